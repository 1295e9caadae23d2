/** The part of the library edtf that is used here; it ships no types. */
declare module "edtf" {
  export interface ParsedDate {
    readonly type?: "Date" | "Year" | "Decade" | "Century" | "Season" | "Interval" | "List" | "Set";
    /** Numbers (the month 0-based), or the parts of an interval, list or set. */
    readonly values: readonly unknown[];
    /** Bits of the digits that are X. */
    readonly unspecified?: number;
    readonly earlier?: boolean;
    readonly later?: boolean;
  }
  /** Throws where `text` is not EDTF, with the `offset` of the first character that cannot be. */
  export function parse(text: string): ParsedDate;
  interface Bounded {
    readonly min: number;
    readonly max: number;
  }
  const ExtendedDate: new (parsed: ParsedDate) => Bounded;

  export { ExtendedDate as Date };
  export const Year: new (parsed: ParsedDate) => Bounded;
  export const Decade: new (parsed: ParsedDate) => Bounded;
  export const Century: new (parsed: ParsedDate) => Bounded;
  export const Season: new (parsed: ParsedDate) => Bounded;
}
