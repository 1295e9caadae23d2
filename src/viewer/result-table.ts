import type { Value } from "../values/value.ts";
import { counted } from "./counted.ts";
import { element } from "./element.ts";
import { isNumber, type ValueEvents, valueContent } from "./value-cell.ts";

/** Rows that are written out; a page with more would be slow to scroll, and nobody reads them. */
const MOST_ROWS = 500;

/** The columns and rows of a result. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

export function resultTable({ columns, rows }: Rows, events: ValueEvents): HTMLElement {
  const shown = rows.slice(0, MOST_ROWS);
  const table = element(
    "table",
    {},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        columns.map((column) => element("th", { attributes: { scope: "col" } }, column)),
      ),
    ),
    element(
      "tbody",
      {},
      shown.map((row) =>
        element(
          "tr",
          {},
          row.map((value) =>
            element("td", isNumber(value) ? { class: "number" } : {}, valueContent(value, events)),
          ),
        ),
      ),
    ),
  );
  return element(
    "div",
    { class: "table" },
    columns.length > 0 && table,
    rows.length > shown.length &&
      element("p", { class: "hint" }, `The first ${MOST_ROWS} of ${counted(rows.length, "row")}.`),
  );
}
