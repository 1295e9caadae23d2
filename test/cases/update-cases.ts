import { type Case, readCases } from "./read-cases.ts";
import { type Outcome, outcome, wanted } from "./run-case.ts";

/**
 * The text of a case file in which every case that fails expects what it gives now. The others stay as they are
 * written. Read the difference before you keep it.
 */
export function updateCases(text: string): string {
  const cases = readCases(text);
  let at = 0;
  return text.replace(/^== *(.*)\n[\s\S]*?(?=^== |(?![\s\S]))/gm, (block, name: string) => {
    if (name.trim() === "graph") return block;
    const one = cases[at++] as Case;
    const actual = outcome(one);
    return sameOutcome(actual, wanted(one)) ? block : withExpectation(block, one, actual);
  });
}

function sameOutcome(one: Outcome, other: Outcome): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The expectation is the last section of the block; blank lines and comments after it belong to the next case. */
function withExpectation(block: string, { expected }: Case, actual: Outcome): string {
  const start = block.lastIndexOf("\n-- ") + 1;
  const lines = block.slice(start).split("\n");
  let end = lines.length;
  while (/^\s*$|^#/.test(lines[end - 1] ?? "end")) end--;
  return [block.slice(0, start) + sectionText(expected.kind, actual), ...lines.slice(end)].join("\n");
}

function sectionText(kind: Case["expected"]["kind"], actual: Outcome): string {
  if (typeof actual === "string") return `-- ${kind === "plan" ? "plan" : "error"}\n${actual}`;
  const rows = kind === "rows in order" ? kind : "rows";
  return [`-- ${rows}`, actual.columns, ...actual.rows].join("\n");
}
