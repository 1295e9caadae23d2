import type { TriplePart } from "./parse-triple.ts";
import { isDate, readDate } from "./read-date.ts";

/** A number, date or text as the object of a claim: a node of the graph, shared by all claims with the same value. */
export interface Literal {
  /**
   * `value:` and the normalized value, such as `value:>20 documents`, so that 1,000 people and 1000 people are one
   * literal. A text keeps its quotes, so that "20 documents" and 20 documents differ.
   */
  readonly id: string;
  /** As written, without quotes; the graph keeps the first spelling. */
  readonly name: string;
  readonly value: string | number;
  readonly unit?: string;
  readonly comparison?: string;
  /** Bounds of a date. */
  readonly from?: string;
  readonly to?: string;
}

/** Comparison sign, number (optionally with thousands separators), and the unit after a blank. */
const NUMBER = /^(>=|<=|>|<|~)?\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:\s*(%)|\s+(\D.*))?$/u;

/**
 * Reads a literal used in a triple instead of an entity: `3.5 hours`, `>20 documents`, `40%`, a date with a month, or
 * any text in double quotes; `undefined` for other text.
 */
export function readLiteral({ text, quoted }: TriplePart): Literal | undefined {
  if (quoted) return { id: `value:"${text}"`, name: text, value: text };
  const number = NUMBER.exec(text);
  if (number !== null) {
    const [, comparison, digits = "", percent, words] = number;
    const unit = percent ?? words?.replace(/\s+/g, " ");
    const value = Number(digits.replaceAll(",", ""));
    const unitText = unit === undefined || unit === "%" ? (unit ?? "") : ` ${unit}`;
    return {
      id: `value:${comparison ?? ""}${value}${unitText}`,
      name: text,
      value,
      ...(unit === undefined ? {} : { unit }),
      ...(comparison === undefined ? {} : { comparison }),
    };
  }
  const date = readDate(text);
  if (!isDate(date)) return undefined;
  const { edtf, ...bounds } = date;
  return { id: `value:${text}`, name: text, value: edtf, ...bounds };
}
