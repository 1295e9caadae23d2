import { OpenQuery } from "../../src/execute/open-query.ts";
import type { Limits } from "../../src/execute/query-budget.ts";
import type { PropertyGraph } from "../../src/graph/property-graph.ts";
import { addEvidence } from "../../src/optimize/add-evidence.ts";
import { optimizeQuery } from "../../src/optimize/optimize-query.ts";
import { reduceQuery } from "../../src/optimize/reduce-query.ts";
import type { LogicalQuery } from "../../src/plan/logical-plan.ts";
import { planQuery } from "../../src/plan/plan-query.ts";
import { bindQuery } from "../../src/semantics/bind-query.ts";
import { GraphIndex } from "../../src/storage/graph-index.ts";
import { parse } from "../../src/syntax/parse.ts";
import { groupKey } from "../../src/values/group-key.ts";
import type { Value } from "../../src/values/value.ts";
import type { Question } from "./random-question.ts";

/** A query's plans, from the one that follows its text to the one that is run. */
export interface Plans {
  readonly written: LogicalQuery;
  readonly ordered: LogicalQuery;
  readonly reduced: LogicalQuery;
  /** Of the ordered one, with what rows rest on. */
  readonly evidence: LogicalQuery;
}

export function plansOf(written: LogicalQuery, index: GraphIndex): Plans {
  const ordered = optimizeQuery(written, index);
  return { written, ordered, reduced: reduceQuery(ordered, index), evidence: addEvidence(ordered, index) };
}

/**
 * The plan that follows the text.
 *
 * @throws CypherError where the query is wrong
 */
export function writtenPlan(text: string): LogicalQuery {
  return planQuery(bindQuery(parse(text), { text, procedures: new Map() }));
}

type Parameters = Readonly<Record<string, Value>>;

/** A row as text: the same for rows that are equivalent, as DISTINCT understands it. */
export type RowText = string;

/** Milliseconds after which something hangs. */
const MOST_TIME = 60_000;
/** Milliseconds that the plan which follows the text may take: random walks may be many. */
const PATIENCE = 1000;

/** What has been prepared to be run. */
export interface Runnable {
  run(parameters: Parameters, limits: Limits): { readonly rows: readonly (readonly Value[])[] };
}

export function rowsOf(opened: Runnable, parameters: Parameters, timeout = MOST_TIME): RowText[] {
  return opened.run(parameters, { timeout }).rows.map(rowText);
}

function rowText(row: readonly Value[]): RowText {
  return row.map(cellText).join(" | ");
}

function cellText(value: Value): string {
  const key = groupKey(value);
  return `${typeof key} ${String(key)}`;
}

/** What the rows of a question must be: all of them, or what is determined of a part of them. */
export interface RightAnswer {
  readonly rows: readonly RowText[];
  /** All rows that may come, each as often as it may. */
  readonly possible: readonly RowText[];
}

/** A question as plans that follow the text: what is asked, and what has all rows that may come. */
export interface WrittenQuestion {
  readonly asked: LogicalQuery;
  readonly all: LogicalQuery;
}

/** @throws CypherError where the query is wrong */
export function writtenQuestion({ text, slice }: Question): WrittenQuestion {
  const asked = writtenPlan(text);
  return { asked, all: slice === undefined ? asked : writtenPlan(slice.all) };
}

/**
 * By the plan that follows the text.
 *
 * @param graphFor gives the graph: one of its own for each query, where queries write
 * @throws CypherError `ResourceExhausted` where it takes too long
 */
export function rightAnswer(
  { asked, all }: WrittenQuestion,
  parameters: Parameters,
  graphFor: () => PropertyGraph,
): RightAnswer {
  const answer = (query: LogicalQuery) => {
    const graph = graphFor();
    return rowsOf(new OpenQuery(query, graph, new GraphIndex(graph)), parameters, PATIENCE);
  };
  const rows = answer(asked);
  return { rows, possible: asked === all ? rows : answer(all) };
}

/** What is wrong with some rows as an answer; undefined where nothing is. */
export function fault(rows: readonly RowText[], right: RightAnswer, question: Question): string | undefined {
  const { slice } = question;
  if (rows.length !== right.rows.length) return `${rows.length} rows instead of ${right.rows.length}`;
  const keys = slice?.keys ?? 0;
  const wrongKey = rows.findIndex(
    (row, at) => firstCells(row, keys) !== firstCells(right.rows[at] ?? "", keys),
  );
  if (wrongKey >= 0) return `row ${wrongKey} is ${rows[wrongKey]} instead of ${right.rows[wrongKey]}`;
  const left = countOf(right.possible);
  for (const row of rows) {
    const count = left.get(row) ?? 0;
    if (count === 0) return `a row that should not be there, or not as often: ${row}`;
    left.set(row, count - 1);
  }
  return undefined;
}

function firstCells(row: RowText, count: number): string {
  return row.split(" | ").slice(0, count).join(" | ");
}

function countOf(rows: readonly RowText[]): Map<RowText, number> {
  const counts = new Map<RowText, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}
