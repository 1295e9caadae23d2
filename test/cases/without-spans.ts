/** A syntax tree without its places in the text: what two texts of one meaning share. */
export function withoutSpans(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(withoutSpans);
  if (typeof tree !== "object" || tree === null) return tree;
  const parts = Object.entries(tree).filter(([key]) => key !== "span" && key !== "nameSpan");
  return Object.fromEntries(parts.map(([key, part]) => [key, withoutSpans(part)]));
}
