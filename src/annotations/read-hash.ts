import type { Located, LocatedScalar } from "./located.ts";
import { readText } from "./read-record.ts";
import type { Report } from "./report.ts";

/** A SHA-256 with its place in the file. */
export interface LocatedHash {
  readonly span: LocatedScalar["span"];
  /** 64 lowercase hexadecimal digits; undefined if the value is not a SHA-256. */
  readonly hash?: string;
}

/** Reads the SHA-256 of a field. */
export function readHash(value: Located | undefined, report: Report): LocatedHash | undefined {
  const scalar = readText(value, "sha256", report);
  if (scalar === undefined) return undefined;
  if (/^[0-9a-f]{64}$/i.test(scalar.text)) return { span: scalar.span, hash: scalar.text.toLowerCase() };
  const hint = "hearsay check --articles DIR prints the right one";
  const met = `a SHA-256 has 64 hexadecimal digits; this has ${[...scalar.text].length} characters`;
  report("bad-hash", scalar.span, met, hint);
  return { span: scalar.span };
}
