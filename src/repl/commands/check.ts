import { type Fault, renderFault } from "../../diagnostics/fault.ts";
import { printableLine, printableText } from "../../diagnostics/printable-text.ts";
import { counted } from "../counted.ts";
import { coverageText } from "../coverage-text.ts";
import { type LoadOptions, loadAnnotations } from "../load-annotations.ts";

/** Where a command writes; each text ends with a newline. */
export interface CommandOutput {
  out(text: string): void;
  err(text: string): void;
}

/**
 * `hearsay check`: every fault of the annotations at `paths` (default: the shipped seeds), then counts. Both go
 * to `out`, since the faults are what was asked for. Gives the exit code: 1 if anything is an error, else 0.
 */
export async function runCheck(
  paths: readonly string[],
  options: LoadOptions,
  io: CommandOutput,
): Promise<number> {
  const { faults, counts, coverage } = await loadAnnotations(paths, options);
  for (const fault of faults) io.out(`${printableText(renderFault(fault))}\n`);
  if (faults.length > 0) io.out("\n");
  io.out(`${counted(counts.articles, "article")}, ${counted(counts.claims, "claim")}, `);
  io.out(`${counted(counts.entities, "entity", "entities")}, `);
  io.out(`${counted(counts.types, "relationship type")} used\n`);
  io.out(
    counts.verified === undefined
      ? "passages not verified: give --articles DIR\n"
      : `${counted(counts.verified, "passage")} verified\n`,
  );
  for (const article of coverage) io.out(`${printableLine(coverageText(article))}\n`);
  io.out(`${faultCount(faults)}\n`);
  return faults.some((fault) => fault.severity === "error") ? 1 : 0;
}

function faultCount(faults: readonly Fault[]): string {
  const warnings = faults.filter((fault) => fault.severity === "warning").length;
  const errors = counted(faults.length - warnings, "fault");
  return warnings === 0 ? errors : `${errors}, ${counted(warnings, "warning")}`;
}
