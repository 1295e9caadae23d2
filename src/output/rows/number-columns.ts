import { Float } from "../../values/float.ts";
import type { Value } from "../../values/value.ts";
import type { Rows } from "./rows.ts";

/** For each column, whether it contains a number, and so is aligned right. */
export function numberColumns({ columns, rows }: Rows): boolean[] {
  return columns.map((_, i) => rows.some((row) => isNumber(row[i])));
}

function isNumber(value: Value | undefined): boolean {
  return typeof value === "number" || typeof value === "bigint" || value instanceof Float;
}
