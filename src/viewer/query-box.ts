import { CypherError } from "../diagnostics/cypher-error.ts";
import type { SideEffects } from "../execute/side-effects.ts";
import { counted } from "../output/counted.ts";
import { changesText } from "../output/rows/changes-text.ts";
import type { Rows } from "../output/rows/rows.ts";
import { element } from "./element.ts";
import type { ExampleQuery } from "./example-queries.ts";
import { type ResultTable, resultTable } from "./result-table.ts";
import type { ValueEvents } from "./value-cell.ts";

/** The part of a result that the box needs. */
export interface Answer extends Rows {
  /** The changes that the query made. */
  readonly stats: SideEffects;
  readonly notifications: readonly { readonly message: string; readonly hint?: string }[];
}

/** Shown if an answer has rows, but no evidence in the graph. */
const NOTHING_TO_SHOW = "Nothing is highlighted: these rows contain no nodes or relationships.";

export interface QueryBoxEvents<A extends Answer> {
  /**
   * Runs a query.
   *
   * @throws {@link CypherError}
   */
  run(query: string): A;
  /** Handles a new answer. Returns whether something in the graph is highlighted for it. */
  answered(answer: A): boolean;
  /** The reader requests the evidence for a row (0-based). */
  rowChosen(answer: A, row: number): void;
  /** The answer has been cleared. */
  cleared(): void;
  readonly values: ValueEvents;
}

export interface QueryBox {
  readonly element: HTMLElement;
  /** Puts a query into the box and runs it. */
  ask(query: string): Promise<void>;
  /** Unmarks the chosen row and scrolls it into view. */
  leaveRow(): void;
  /** Empties the answer, without an event. */
  reset(): void;
}

/** A box for queries, run by Ctrl+Enter or the button, with the answer or the error next to it. */
export function queryBox<A extends Answer>(
  examples: readonly ExampleQuery[],
  events: QueryBoxEvents<A>,
): QueryBox {
  const input = element("textarea", {
    class: "query-input",
    id: "query-input",
    attributes: {
      rows: "5",
      spellcheck: "false",
      autocapitalize: "off",
      "aria-label": "Query",
      "aria-describedby": "query-key",
      placeholder: examples[0]?.query ?? "MATCH (a)-[r]->(b) RETURN r",
    },
  });
  const output = element("div", { class: "answer", attributes: { "aria-live": "polite" } });
  const clear = element("button", { class: "button button-quiet", onclick: () => cleared() }, "Clear");
  const run = element("button", { class: "button", onclick: () => void ask(input.value) }, "Run");

  let table: ResultTable | undefined;

  function chooseRow(answer: A, row: number): void {
    table?.mark(row);
    events.rowChosen(answer, row);
  }

  async function ask(query: string): Promise<void> {
    input.value = query;
    if (query.trim() === "") return cleared();
    output.replaceChildren(element("p", { class: "hint" }, "Running …"));
    clear.hidden = false;
    // The engine runs in this thread: let the page paint first.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      const start = performance.now();
      const answer = events.run(query);
      const milliseconds = performance.now() - start;
      const isHighlighted = events.answered(answer);
      table = resultTable(answer, { ...events.values, row: (row) => chooseRow(answer, row) });
      output.replaceChildren(...answerFacts(answer, milliseconds), table.element);
      // The lines of a plan are not expected to contain nodes or relationships.
      if (answer.rows.length > 0 && !isHighlighted && !answer.isPlan) {
        output.append(element("p", { class: "hint" }, NOTHING_TO_SHOW));
      }
    } catch (error) {
      events.cleared();
      output.replaceChildren(
        element("pre", { class: "error", attributes: { role: "alert" } }, errorText(error)),
      );
    }
  }

  function reset(): void {
    output.replaceChildren(emptyAnswer(examples, ask));
    clear.hidden = true;
  }

  function cleared(): void {
    reset();
    events.cleared();
  }

  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void ask(input.value);
  });
  reset();
  return {
    element: element(
      "div",
      { class: "query-body" },
      element(
        "div",
        { class: "query-ask" },
        input,
        element(
          "div",
          { class: "query-actions" },
          run,
          clear,
          element(
            "span",
            { class: "key-hint", id: "query-key" },
            element("kbd", {}, isMac() ? "⌘" : "Ctrl"),
            " + ",
            element("kbd", {}, "Enter"),
          ),
        ),
      ),
      output,
    ),
    ask,
    leaveRow: () => table?.leave(),
    reset,
  };
}

function emptyAnswer(examples: readonly ExampleQuery[], ask: (query: string) => Promise<void>): HTMLElement {
  return element(
    "div",
    { class: "examples" },
    element(
      "p",
      { class: "hint" },
      "Ask in openCypher; a name in quotes matches the node with that name. For example:",
    ),
    element(
      "ul",
      {},
      examples.map(({ label, query }) =>
        element(
          "li",
          {},
          element("button", { class: "example", title: query, onclick: () => void ask(query) }, label),
        ),
      ),
    ),
  );
}

function answerFacts(answer: Answer, milliseconds: number): HTMLElement[] {
  const time = milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0);
  const facts = [counted(answer.rows.length, "row"), changesText(answer.stats), `${time} ms`];
  return [
    element("p", { class: "answer-facts" }, facts.filter((fact) => fact !== "").join(" · ")),
    ...answer.notifications.map(({ message, hint }) =>
      element("p", { class: "notification" }, message, hint !== undefined && ` ${hint}`),
    ),
  ];
}

/** The engine's report with its caret; for any other error only the message, because a stack trace helps no reader. */
function errorText(error: unknown): string {
  if (error instanceof CypherError) return error.render();
  console.error(error);
  return error instanceof Error ? `The query could not be run: ${error.message}` : String(error);
}

function isMac(): boolean {
  return navigator.platform.startsWith("Mac");
}
