import type { Value } from "../values/value.ts";

/** The type of a column's cells: converts their texts to values. */
export interface CellType {
  /** The expected value with its article, for messages: `a whole number of 64 bits`. */
  readonly expected: string;
  /** Undefined if the text is not such a value. */
  convert(text: string): Value | undefined;
  /** A hint about a text that is not such a value. */
  hint?(text: string): string | undefined;
  /** The same type with a default time zone for values that name none; undefined if the zone is unknown. */
  inZone?(zone: string): CellType | undefined;
}
