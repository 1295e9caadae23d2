import { float } from "../values/float.ts";
import { fitsInteger, integer } from "../values/numbers.ts";
import type { Value } from "../values/value.ts";
import type { CellType } from "./cell-type.ts";
import { TEMPORAL_CELLS } from "./temporal-cells.ts";

const INTEGER: CellType = {
  expected: "a whole number of 64 bits",
  convert: (text) => {
    const digits = text.trim();
    if (!/^[+-]?\d+$/.test(digits)) return undefined;
    if (digits.length < 16) return Number(digits) + 0;
    const value = BigInt(digits.replace(/^\+/, ""));
    return fitsInteger(value) ? integer(value) : undefined;
  },
};

const FLOAT: CellType = {
  expected: "a 64-bit number such as 0.5 or 1e9",
  convert: (text) => {
    const digits = text.trim();
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)) {
      const number = Number(digits);
      return Number.isFinite(number) ? float(number) : undefined;
    }
    if (digits === "NaN") return Number.NaN;
    const infinity = /^([+-]?)(?:Infinity|Inf)$/i.exec(digits);
    if (infinity === null) return undefined;
    return infinity[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  },
};

const BOOLEAN: CellType = {
  expected: "true or false",
  convert: (text) => {
    const word = text.trim().toLowerCase();
    return word === "true" ? true : word === "false" ? false : undefined;
  },
};

export const STRING: CellType = { expected: "a text", convert: (text) => text };

/** The types of neo4j-admin's headers except `point`: Hearsay has no points. */
const CELL_TYPES: Readonly<Record<string, CellType>> = {
  string: STRING,
  char: STRING,
  int: INTEGER,
  integer: INTEGER,
  long: INTEGER,
  short: INTEGER,
  byte: INTEGER,
  float: FLOAT,
  double: FLOAT,
  boolean: BOOLEAN,
  ...TEMPORAL_CELLS,
};

export const CELL_TYPE_NAMES = Object.keys(CELL_TYPES);

/** The type with this name, ignoring case; undefined if it is not in {@link CELL_TYPE_NAMES}. */
export function cellType(name: string): CellType | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(CELL_TYPES, key) ? CELL_TYPES[key] : undefined;
}

/** Separator of the items of a list in one cell, and of the labels of a node. */
export const ITEM_SEPARATOR = ";";

/** The type of lists of `type`, with `;` between the items; an empty text is an empty list. */
export function listType(type: CellType): CellType {
  const { hint, inZone } = type;
  return {
    ...(hint && {
      hint: (text) => hint(text.split(ITEM_SEPARATOR).find((item) => isWrong(type, item)) ?? ""),
    }),
    ...(inZone && {
      inZone: (zone) => {
        const zoned = inZone(zone);
        return zoned && listType(zoned);
      },
    }),
    expected: `${type.expected}, or several with ${ITEM_SEPARATOR} between them`,
    convert: (text) => {
      const items = text === "" ? [] : text.split(ITEM_SEPARATOR).map((item) => type.convert(item));
      return items.includes(undefined) ? undefined : (items as Value[]);
    },
  };
}

function isWrong(type: CellType, text: string): boolean {
  return type.convert(text) === undefined;
}
