import type { Fault } from "../diagnostics/fault.ts";
import { startOfLine } from "../diagnostics/span.ts";

/** What a record looks like after the parser's recovery says little about what was meant. */
const OF_SHAPE = new Set(["missing-key", "unknown-key", "duplicate-key", "wrong-kind", "unknown-file"]);

/**
 * `faults` without those that follow from others: what else is wrong with a line that is no YAML, and the shape
 * of records in a file that holds such a line.
 */
export function suppressCascadingErrors(faults: readonly Fault[]): readonly Fault[] {
  const brokenFiles = new Set<string>();
  const brokenLines = new Set<string>();
  const lineOf = ({ file, text, span }: Fault) => `${startOfLine(text, span.start)}:${file}`;
  for (const fault of faults) {
    if (fault.code === "yaml-syntax") brokenFiles.add(fault.file);
    if (isOfYaml(fault)) brokenLines.add(lineOf(fault));
  }
  if (brokenLines.size === 0) return faults;
  return faults.filter(
    (fault) =>
      isOfYaml(fault) ||
      !(brokenLines.has(lineOf(fault)) || (brokenFiles.has(fault.file) && OF_SHAPE.has(fault.code))),
  );
}

function isOfYaml({ code }: Fault): boolean {
  return code === "yaml-syntax" || code === "yaml-anchor";
}

/** What a name is accused of that another file may declare. */
const OF_NAME = new Set([
  ...["unknown-entity", "unknown-type", "unknown-entity-type"],
  ...["unknown-qualifier", "unknown-stance", "unknown-modality", "unknown-assessment"],
]);

/** `faults` without names that are not known, if a file that may declare them could not be read. */
export function withoutLostNames(faults: readonly Fault[]): readonly Fault[] {
  return faults.some(losesNames) ? faults.filter(({ code }) => !OF_NAME.has(code)) : faults;
}

function losesNames({ code, text, hint = "" }: Fault): boolean {
  switch (code) {
    case "not-text":
    case "file-too-large":
    case "line-too-long":
      return true;
    case "yaml-syntax":
      return /^(?:entities|types|entityTypes|stances|modalities|assessments):/m.test(text);
    case "unknown-file":
      // A slip in its only key; anything else is no file of annotations at all.
      return hint.startsWith("did you mean");
    default:
      return false;
  }
}
