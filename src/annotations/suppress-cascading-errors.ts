import type { Fault } from "../diagnostics/fault.ts";
import { startOfLine } from "../diagnostics/span.ts";

/** Faults about the shape of records, which is unreliable after the parser has recovered from an error. */
const OF_SHAPE = new Set(["missing-key", "unknown-key", "duplicate-key", "wrong-kind", "unknown-file"]);

/**
 * Removes faults that follow from others: other faults on a line that is not YAML, and faults about the shape of
 * records in a file with such a line.
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

/** Faults about names that another file may declare. */
const OF_NAME = new Set([
  ...["unknown-entity", "unknown-type", "unknown-entity-type"],
  ...["unknown-qualifier", "unknown-stance", "unknown-modality", "unknown-assessment"],
]);

/** Removes faults about unknown names if a file that may declare them could not be read. */
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
      // A typo in its only key; any other file is not a file of annotations at all.
      return hint.startsWith("did you mean");
    default:
      return false;
  }
}
