import type { Span } from "../diagnostics/span.ts";

/** A value of a YAML file with its place in the file. */
export type Located = LocatedScalar | LocatedList | LocatedRecord;

export interface LocatedScalar {
  readonly kind: "scalar";
  readonly span: Span;
  /** As written, quotes and escapes resolved: `012` is "012", `false` is "false". */
  readonly text: string;
  /** As YAML's core schema reads it: `012` is 12. */
  readonly value: string | number | boolean | null;
  /** Offset in the file of the first character of `text`; undefined if escapes or folding change the text. */
  readonly textStart?: number;
}

export interface LocatedList {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly Located[];
}

export interface LocatedRecord {
  readonly kind: "record";
  readonly span: Span;
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

export interface LocatedEntry {
  readonly key: LocatedScalar;
  readonly value: Located;
}

/** Place in the file of characters `start` to `end` of a scalar's text; the whole scalar if that is unknown. */
export function spanWithin(scalar: LocatedScalar, start: number, end: number): Span {
  if (scalar.textStart === undefined) return scalar.span;
  return { start: scalar.textStart + start, end: scalar.textStart + end };
}

/** The kind of a value, for messages. */
export function kindName(value: Located): string {
  if (value.kind !== "scalar") return `a ${value.kind}`;
  if (value.text === "" || value.value === null) return "empty";
  return typeof value.value === "string" ? "a text" : `a ${typeof value.value}`;
}
