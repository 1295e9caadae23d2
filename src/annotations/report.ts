import type { Fault } from "../diagnostics/fault.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import type { Span } from "../diagnostics/span.ts";
import { FAULT_CODES, type FaultCode } from "./fault-codes.ts";

/** A file of annotations: its text, and the path as the user named it (shown, never opened). */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Receives one fault of one file; `message` and `hint` are one line each and may quote the file. */
export type Report = (code: FaultCode, span: Span, message: string, hint?: string) => void;

/** A {@link Report} for `file` that adds to `faults`. */
export function reportInto(faults: Fault[], file: SourceFile): Report {
  return (code, span, message, hint) => {
    const hintField = hint === undefined ? {} : { hint: printableLine(hint) };
    const [severity] = FAULT_CODES[code];
    const place = { file: file.path, text: file.text, span };
    faults.push({ severity, code, message: printableLine(message), ...hintField, ...place });
  };
}
