/** Types for the part of the edtf library used here; it ships without types. */
declare module "edtf" {
  export interface ParsedDate {
    readonly type?: "Date" | "Year" | "Decade" | "Century" | "Season" | "Interval" | "List" | "Set";
    /** Numbers (the month 0-based), or the parts of an interval, list or set. */
    readonly values: readonly unknown[];
    /** Bit mask of the digits that are X. */
    readonly unspecified?: number;
    readonly earlier?: boolean;
    readonly later?: boolean;
  }
  /** @throws an error with the `offset` of the first invalid character, if `text` is not EDTF */
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
