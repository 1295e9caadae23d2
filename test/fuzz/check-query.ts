import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { ERROR_CODES } from "../../src/diagnostics/error-codes.ts";
import { Engine } from "../../src/engine.ts";
import type { Result } from "../../src/execute/result.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { parseAll } from "../../src/syntax/parse.ts";
import { printStatement } from "../../src/syntax/print-tree.ts";
import { valueText } from "../../src/values/value-text.ts";
import { withoutSpans } from "../cases/without-spans.ts";
import type { Query } from "./corpus.ts";

/** How one text ended. */
export interface Check {
  /** `rows`, or the code of the CypherError. */
  readonly outcome: string;
  /** What must never happen, in words; empty where all is well. */
  readonly violations: readonly string[];
  /** Milliseconds until the rows or the error were there. */
  readonly milliseconds: number;
}

const LIMITS = { timeout: 1000, maxRows: 10_000, maxMemory: 2 ** 26 };
/** Milliseconds that a query may take in all: its time limit, and what compiling it and ending it take. */
const PATIENCE = 3000;

const PARAMETERS = { number: 3, list: [1, "two", null], map: { name: "Ann", age: 30 }, text: "Ann", 0: 0.5 };

/** The graph of queries that bring none. */
const OWN_GRAPH = `
  CREATE (ann:Person:A {name: 'Ann', age: 30, aliases: ['Annie'], born: date('1990-05-17')}),
    (bob:Person:B {name: 'Bob', age: 41.5}), (x:Thing {name: 'Größe', x: [1, 2, 3]}), (y:B {x: null}),
    (ann)-[:KNOWS {since: 2001, claimant: 'Bob'}]->(bob), (bob)-[:KNOWS]->(ann), (ann)-[:T]->(ann),
    (ann)-[:OWNS {name: 'a', at: time('12:00+01:00')}]->(x), (x)-[:T {x: 1}]->(y), (bob)-[:T]->(y)`;

/** Runs a text on its graph, and looks whether it ended as any text must end. */
export function checkQuery({ text, graph }: Query): Check {
  const engine = new Engine(graphOf(graph).copy());
  const before = contentOf(engine.graph);
  const startedAt = performance.now();
  const ended = outcomeOf(() => engine.run(text, PARAMETERS, LIMITS));
  const milliseconds = performance.now() - startedAt;
  const violations: string[] = [];
  if (milliseconds > PATIENCE) violations.push(`took ${Math.round(milliseconds)} ms`);
  let outcome = "rows";
  if (ended instanceof CypherError) {
    outcome = ended.code;
    violations.push(...errorViolations(ended, text));
    if (contentOf(engine.graph) !== before) violations.push("failed, and changed the graph all the same");
  } else if ("thrown" in ended) {
    outcome = "violation";
    violations.push(describe(ended.thrown));
  } else violations.push(...resultViolations(ended, text, milliseconds));
  return { outcome, violations, milliseconds };
}

function outcomeOf(run: () => Result): Result | CypherError | { readonly thrown: unknown } {
  try {
    return run();
  } catch (error) {
    return error instanceof CypherError ? error : { thrown: error };
  }
}

/** The error can be shown, and its code and place are such as there are. */
function errorViolations(error: CypherError, text: string): string[] {
  return failures(() => {
    error.render();
    for (const { code, span } of [error, ...error.others]) {
      if (!Object.hasOwn(ERROR_CODES, code)) throw new Error(`${code} is no error code`);
      if (span === undefined) continue;
      if (!(0 <= span.start && span.start <= span.end && span.end <= text.length)) {
        throw new Error(`${code} lies at ${span.start} to ${span.end}, in a text of ${text.length}`);
      }
    }
  });
}

/** The rows can be shown, the text has one reading which its print shares, and the rows rest on something. */
function resultViolations(result: Result, text: string, milliseconds: number): string[] {
  return failures(() => {
    for (const row of result.rows) {
      if (row.length !== result.columns.length) throw new Error("a row has not a value for each column");
      row.forEach(valueText);
    }
    const readings = parseAll(text);
    if (readings.length !== 1) throw new Error(`has ${readings.length} readings`);
    const [statement] = readings;
    if (statement === undefined) return;
    const printed = printStatement(statement);
    if (textOf(withoutSpans(parseAll(printed))) !== textOf(withoutSpans(readings))) {
      throw new Error(`is another query when printed: ${printed}`);
    }
    // To find out what rows rest on, the query is run once more, without limits.
    if (milliseconds < 100) result.subgraph();
  });
}

function failures(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [describe(error)];
  }
}

function describe(error: unknown): string {
  if (error instanceof CypherError) return `later: ${error.render()}`;
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  return (error.stack ?? error.message).split("\n").slice(0, 6).join("\n");
}

const graphs = new Map<string, MultiDirectedGraph>();

/** The graph that statements make, made once: not to be changed. */
function graphOf(statements: readonly string[]): MultiDirectedGraph {
  const key = statements.join("\n");
  const known = graphs.get(key);
  if (known !== undefined) return known;
  const engine = new Engine();
  for (const statement of statements.length > 0 ? statements : [OWN_GRAPH]) engine.run(statement);
  graphs.set(key, engine.graph);
  return engine.graph;
}

/** Without regard to order: what a query deleted before it failed comes back last, as `ChangeLog` says. */
function contentOf(graph: MultiDirectedGraph): string {
  const { nodes, edges } = graph.export();
  return textOf([...nodes, ...edges].sort((one, other) => ((one.key ?? "") < (other.key ?? "") ? -1 : 1)));
}

function textOf(tree: unknown): string {
  return JSON.stringify(tree, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}
