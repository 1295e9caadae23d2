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

/** A query's plans, from the one that follows its text to the one that is executed. */
export interface Plans {
  readonly written: LogicalQuery;
  readonly ordered: LogicalQuery;
  readonly reduced: LogicalQuery;
  /** The ordered plan with evidence. */
  readonly evidence: LogicalQuery;
}

export function plansOf(written: LogicalQuery, index: GraphIndex): Plans {
  const ordered = optimizeQuery(written, index);
  return { written, ordered, reduced: reduceQuery(ordered, index), evidence: addEvidence(ordered, index) };
}

/**
 * The plan that follows the text.
 *
 * @throws CypherError if the query is invalid
 */
export function writtenPlan(text: string): LogicalQuery {
  return planQuery(bindQuery(parse(text), { text, procedures: new Map() }));
}

type Parameters = Readonly<Record<string, Value>>;

/** A row as text, equal for rows that are equivalent in the sense of DISTINCT. */
export type RowText = string;

/** Milliseconds after which a query counts as hanging. */
const MOST_TIME = 60_000;
/** Milliseconds allowed for the plan that follows the text: random walks may be numerous. */
const PATIENCE = 1000;

/** A prepared query. */
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

/** The expected rows of a question. With a limit, only their number and their sort keys are determined. */
export interface RightAnswer {
  readonly rows: readonly RowText[];
  /** All rows that are allowed, with duplicates. */
  readonly possible: readonly RowText[];
}

/** A question as plans that follow the text: the query itself, and one that returns all allowed rows. */
export interface WrittenQuestion {
  readonly asked: LogicalQuery;
  readonly all: LogicalQuery;
}

/** @throws CypherError if the query is invalid */
export function writtenQuestion({ text, slice }: Question): WrittenQuestion {
  const asked = writtenPlan(text);
  return { asked, all: slice === undefined ? asked : writtenPlan(slice.all) };
}

/**
 * The answer by the plan that follows the text.
 *
 * @param graphFor returns the graph: a new one for each query, if queries write
 * @throws CypherError `ResourceExhausted` if it takes too long
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

/** Describes what is wrong with the rows as an answer; undefined if they are right. */
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
    if (count === 0) return `unexpected row, or one too many: ${row}`;
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
