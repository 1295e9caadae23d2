import { createHash } from "node:crypto";
import type { Cell, Row } from "../queries/bench-query.ts";
import type { Answer } from "./messages.ts";

const SHOWN = 3;

/** @param isOrdered whether the order of the rows is significant */
export function digestRows(rows: readonly Row[], isOrdered: boolean): Answer {
  const texts = rows.map((row) => JSON.stringify(row.map(normalized)));
  if (!isOrdered) texts.sort();
  return {
    digest: createHash("sha1").update(texts.join("\n")).digest("hex"),
    rowCount: rows.length,
    firstRows: texts.slice(0, SHOWN).map((text) => JSON.parse(text) as Row),
  };
}

/** Engines sum numbers in different orders, so only nine digits are compared. */
function normalized(cell: Cell): Cell {
  return typeof cell === "number" && !Number.isInteger(cell) ? Number(cell.toPrecision(9)) : cell;
}
