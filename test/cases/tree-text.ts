/**
 * A syntax tree without its places in the text, a line for each value: what two texts of one meaning share. Without
 * recursion, as an operator is nested in the next one, however long the row of operators is.
 */
export function treeText(tree: unknown): string {
  const lines: string[] = [];
  const waiting: Line[] = [{ name: "", value: tree }];
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    const { name, value } = line;
    if (typeof value !== "object" || value === null) {
      lines.push(`${name} ${typeof value} ${String(value)}`);
      continue;
    }
    const parts = Object.entries(value).filter(
      ([key, part]) => key !== "span" && key !== "nameSpan" && part !== undefined,
    );
    if (!Array.isArray(value)) parts.sort(([one], [other]) => (one < other ? -1 : 1));
    lines.push(`${name} ${Array.isArray(value) ? "list" : "record"} of ${parts.length}`);
    for (const [key, part] of parts.reverse()) waiting.push({ name: key, value: part });
  }
  return lines.join("\n");
}

interface Line {
  readonly name: string;
  readonly value: unknown;
}
