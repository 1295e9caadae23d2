import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { OpenQuery } from "../../src/execute/open-query.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { PropertyGraph } from "../../src/graph/property-graph.ts";
import { optimizeQuery } from "../../src/optimize/optimize-query.ts";
import { planLines } from "../../src/plan/plan-text.ts";
import { GraphIndex } from "../../src/storage/graph-index.ts";
import { fromJavaScript } from "../../src/values/from-javascript.ts";
import type { Value } from "../../src/values/value.ts";
import { Choices } from "./choices.ts";
import {
  fault,
  plansOf,
  type RightAnswer,
  type Runnable,
  rightAnswer,
  rowsOf,
  writtenQuestion,
} from "./compare-plans.ts";
import { graphologyOf, type RandomGraph, randomMultigraph } from "./random-multigraph.ts";
import { RANDOM_PARAMETERS } from "./random-predicate.ts";
import { type Question, randomQuestion } from "./random-question.ts";

/** The result of running a question by all plans. */
export interface Checked {
  /** Wrong results, each with the name of its plan. */
  readonly faults: readonly string[];
  /** The operators of the executed plan, as text. */
  readonly operators: readonly string[];
  readonly rows: number;
}

export interface CheckedAtRandom extends Checked {
  readonly graph: RandomGraph;
  readonly question: Question;
}

/** Changes after which a query must return the same rows as in a new engine. */
const WRITES = [
  "CREATE (:A {id: 100, k: 1, name: 'x', v: 1})",
  "MATCH (a), (b) WHERE a.id <= b.id CREATE (a)-[:T {id: 100, w: 1, at: '2020-01-04'}]->(b)",
  "MATCH (a) CREATE (a)-[:U {id: 101, w: 2}]->(a)",
  "MATCH ()-[r:T]->() WHERE r.id < 3 DELETE r",
  "MATCH (a {k: 1}) SET a.k = 0, a.v = 'x', a:B",
  "MATCH (a {id: 1}) DETACH DELETE a",
  "MATCH ()-[r]->() SET r.w = r.id % 3",
] as const;

/** Creates a loop, so that a graph planned as free of loops may have one. */
const CREATING = "CREATE (x:A {id: 50, k: 1})-[:T {id: 50, w: 1}]->(x) WITH 1 AS one";

/** Undefined for a query that is invalid or takes too long. */
export function checkQuestion(
  graphNumbers: readonly number[],
  numbers: readonly number[],
): CheckedAtRandom | undefined {
  const random = randomMultigraph(new Choices(graphNumbers));
  const choices = new Choices(numbers);
  const runs = [choices.pick(RANDOM_PARAMETERS), choices.pick(RANDOM_PARAMETERS)];
  const write = choices.pick(WRITES);
  const question = randomQuestion(choices, random);
  try {
    return {
      graph: random,
      question,
      ...checkPlans(graphologyOf(random), question, runs.map(parametersOf), write),
    };
  } catch (error) {
    if (error instanceof CypherError && isUnusable(error)) return undefined;
    throw error;
  }
}

function isUnusable({ code, phase }: CypherError): boolean {
  return code === "ResourceExhausted" || (phase === "compile time" && code !== "UnexpectedSyntax");
}

type Parameters = Readonly<Record<string, Value>>;

/**
 * Runs a question by every plan: twice with the same parameters, with others in between; after it has written something
 * itself; and in an engine that has already run it, after a write.
 *
 * @throws CypherError if the question is invalid or takes too long
 */
export function checkPlans(
  graphology: MultiDirectedGraph,
  question: Question,
  [parameters = {}, otherParameters = {}]: readonly Parameters[] = [],
  write: string = WRITES[0],
): Checked {
  const copy = () => new PropertyGraph(graphology.copy() as MultiDirectedGraph);
  const graph = new PropertyGraph(graphology);
  const index = new GraphIndex(graph);

  const faults: string[] = [];
  const compare = (
    name: string,
    opened: Runnable,
    given: Parameters,
    right: RightAnswer,
    asked = question,
  ) => {
    const found = failureOr(() => fault(rowsOf(opened, given), right, asked));
    if (found !== undefined) faults.push(`${name}: ${found}`);
  };
  const written = writtenQuestion(question);
  const { ordered, reduced, evidence } = plansOf(written.asked, index);
  const right = rightAnswer(written, parameters, () => graph);
  compare("ordered", new OpenQuery(ordered, graph, index), parameters, right);
  compare("with evidence", new OpenQuery(evidence, graph, index), parameters, right);
  const opened = new OpenQuery(reduced, graph, index);
  compare("reduced", opened, parameters, right);
  stopEarly(opened, parameters);
  const otherRight = rightAnswer(written, otherParameters, () => graph);
  compare("with other parameters", opened, otherParameters, otherRight);
  compare("with the first parameters again", opened, parameters, right);

  const writing = afterWriting(question);
  const writtenWriting = writtenQuestion(writing);
  const rightWhileWriting = rightAnswer(writtenWriting, parameters, copy);
  const ownGraph = copy();
  const ownIndex = new GraphIndex(ownGraph);
  const openedToWrite = new OpenQuery(optimizeQuery(writtenWriting.asked, ownIndex), ownGraph, ownIndex);
  compare("after it has written", openedToWrite, parameters, rightWhileWriting, writing);

  // The engine patches its index, and the query has run before.
  const engine = new Engine(graphology);
  const prepared = engine.prepare(question.text);
  prepared.run(parameters);
  engine.run(write);
  const rightAfter = rightAnswer(written, parameters, () => new PropertyGraph(graphology));
  compare(`after ${write}`, prepared, parameters, rightAfter);

  const operators = planLines(reduced).map(({ text }) => text.trim());
  return { faults, operators, rows: right.rows.length };
}

function afterWriting({ text, slice }: Question): Question {
  return {
    text: `${CREATING} ${text}`,
    ...(slice && { slice: { ...slice, all: `${CREATING} ${slice.all}` } }),
  };
}

function parametersOf(parameters: Readonly<Record<string, unknown>>): Parameters {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, fromJavaScript(value)]));
}

/** A run that a limit stops early. State that it leaves behind must not affect later runs. */
function stopEarly(opened: OpenQuery, parameters: Parameters): void {
  try {
    opened.run(parameters, { maxRows: 1 });
  } catch (error) {
    if (!(error instanceof CypherError) || error.code !== "ResourceExhausted") throw error;
  }
}

function failureOr(run: () => string | undefined): string | undefined {
  try {
    return run();
  } catch (error) {
    return `fails: ${error instanceof Error ? error.stack : error}`;
  }
}
