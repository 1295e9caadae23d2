import { counted } from "../output/counted.ts";
import { numberColumns } from "../output/rows/number-columns.ts";
import type { Rows } from "../output/rows/rows.ts";
import { element } from "./element.ts";
import { type ValueEvents, valueContent } from "./value-cell.ts";

/** Maximum number of rows shown; more would make the page slow to scroll. */
const MOST_ROWS = 500;

export interface TableEvents extends ValueEvents {
  /** The reader requests the evidence for a row (0-based). */
  row(row: number): void;
}

export interface ResultTable {
  readonly element: HTMLElement;
  /** Marks the chosen row. */
  mark(row: number): void;
  /** Unmarks the marked row and scrolls it into view. */
  leave(): void;
}

/** The rows, each with a numbered button that requests its evidence, as does a click on the row outside its links. */
export function resultTable({ columns, rows, isPlan }: Rows, events: TableEvents): ResultTable {
  const shown = rows.slice(0, MOST_ROWS);
  const sides = numberColumns({ columns, rows: shown }).map((isNumber) =>
    isNumber ? { class: "number" } : {},
  );
  const lines = shown.map((row, at) => {
    const cells = row.map((value, i) =>
      element("td", sides[i], isPlan && value === null ? "" : valueContent(value, events)),
    );
    return rowElement(cells, at, events);
  });
  const table = element(
    "table",
    {},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { class: "why-head", attributes: { scope: "col", "aria-label": "Row" } }),
        columns.map((column, i) => element("th", { ...sides[i], attributes: { scope: "col" } }, column)),
      ),
    ),
    element("tbody", {}, lines),
  );
  function mark(row: number | undefined): void {
    for (const [at, line] of lines.entries()) {
      line.classList.toggle("row-chosen", at === row);
      line.querySelector(".why")?.setAttribute("aria-pressed", String(at === row));
    }
  }
  return {
    element: element(
      "div",
      { class: "table" },
      columns.length > 0 && table,
      rows.length > shown.length &&
        element("p", { class: "hint" }, `The first ${MOST_ROWS} of ${counted(rows.length, "row")}.`),
    ),
    mark,
    leave() {
      table.querySelector(".row-chosen")?.scrollIntoView({ block: "nearest" });
      mark(undefined);
    },
  };
}

function rowElement(cells: readonly HTMLElement[], at: number, events: TableEvents): HTMLElement {
  const why = element(
    "button",
    {
      class: "why",
      title: "Why? Show the claims for and against this row",
      onclick: () => events.row(at),
      attributes: { "aria-label": `Why row ${at + 1}?`, "aria-pressed": "false" },
    },
    at + 1,
  );
  const line = element(
    "tr",
    {},
    element("th", { class: "why-cell", attributes: { scope: "row" } }, why),
    cells,
  );
  line.addEventListener("click", ({ target }) => {
    // A name in the row links to its own page, and a selection of text is for copying.
    const isTaken = target instanceof Element && target.closest("button") !== null;
    if (!isTaken && getSelection()?.isCollapsed !== false) events.row(at);
  });
  return line;
}
