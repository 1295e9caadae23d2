import type { Fault } from "../diagnostics/fault.ts";
import type { SourceFile } from "./report.ts";

/** Sorts `faults` by the order of `files`, then by place in the file; faults of other files come last. */
export function sortFaults(
  faults: readonly Fault[],
  files: readonly Pick<SourceFile, "path">[],
): readonly Fault[] {
  const order = new Map(files.map(({ path }, at) => [path, at]));
  const rank = ({ file }: Fault) => order.get(file) ?? files.length;
  return [...faults].sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start);
}
