import type { Value } from "../values/value.ts";

/** What the texts of a column's cells stand for. */
export interface CellType {
  /** With its article, for messages. */
  readonly expected: string;
  /** Undefined if the text is not such a value. */
  convert(text: string): Value | undefined;
  /** What to write instead of a text that is not such a value. */
  hint?(text: string): string | undefined;
  /** The type whose values have this time zone where they name none; undefined if the zone is not known. */
  inZone?(zone: string): CellType | undefined;
}
