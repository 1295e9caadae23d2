import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { ERROR_CODES } from "../../src/diagnostics/error-codes.ts";
import { Engine } from "../../src/engine.ts";
import type { Result } from "../../src/execute/result.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { parseAll } from "../../src/syntax/parse.ts";
import { printStatement } from "../../src/syntax/print-tree.ts";
import { valueText } from "../../src/values/value-text.ts";
import { treeText } from "../cases/tree-text.ts";
import type { Query } from "./corpus.ts";
import { type Check, stopwatch, thrown, type Violation, violationsOf } from "./kind.ts";

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
export function checkQuery(query: Query): Check {
  let check = checkOnce(query);
  // A busy machine can make any text slow, but not each time.
  for (let more = 2; more > 0 && check.milliseconds > PATIENCE; more--) check = checkOnce(query);
  return check;
}

function checkOnce({ text, graph: statements }: Query): Check {
  const { graph, content } = graphOf(statements);
  const engine = new Engine(graph.copy());
  const elapsed = stopwatch();
  const ended = outcomeOf(() => engine.run(text, PARAMETERS, LIMITS));
  const milliseconds = elapsed();
  const violations: Violation[] = [];
  if (milliseconds > PATIENCE) {
    violations.push({ rule: "takes longer than its limits", detail: `${Math.round(milliseconds)} ms` });
  }
  let outcome = "rows";
  if (ended instanceof CypherError) {
    outcome = ended.code;
    violations.push(...errorViolations(ended, text));
    if (contentOf(engine.graph) !== content) {
      violations.push({ rule: "fails, and changes the graph all the same", detail: ended.message });
    }
  } else if ("thrown" in ended) {
    outcome = "violation";
    violations.push(thrown("throws another error than a CypherError", ended.thrown));
  } else violations.push(...resultViolations(ended, text, milliseconds));
  // What a text leaves on prototypes breaks the texts after it, which then are reported instead.
  violations.push(...pollution());
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
function errorViolations(error: CypherError, text: string): readonly Violation[] {
  return violationsOf("the error cannot be shown", () => {
    error.render();
    return [error, ...error.others].flatMap(({ code, span, message }): Violation[] => {
      if (!Object.hasOwn(ERROR_CODES, code)) return [{ rule: "the error's code is unknown", detail: code }];
      if (span === undefined) return [];
      if (0 <= span.start && span.start <= span.end && span.end <= text.length) return [];
      const detail = `${message}: ${span.start} to ${span.end}, in a text of ${text.length}`;
      return [{ rule: "the error's place is outside the text", place: code, detail }];
    });
  });
}

/** The rows can be shown, the text has one reading which its print shares, and the rows have evidence. */
function resultViolations(result: Result, text: string, milliseconds: number): readonly Violation[] {
  return [
    ...violationsOf("the rows cannot be shown", () => {
      for (const row of result.rows) row.forEach(valueText);
      return result.rows.every((row) => row.length === result.columns.length)
        ? []
        : [{ rule: "a row has not a value for each column", detail: result.columns.join(", ") }];
    }),
    ...violationsOf("cannot be printed and parsed again", () => readingViolations(text)),
    // To find out what rows rest on, the query is run once more.
    ...violationsOf("the evidence cannot be found", () => {
      if (milliseconds < 100) result.subgraph();
      return [];
    }),
  ];
}

function readingViolations(text: string): readonly Violation[] {
  const readings = parseAll(text);
  const [statement] = readings;
  if (statement === undefined || readings.length !== 1) {
    return [{ rule: "has not one reading", detail: `${readings.length} readings` }];
  }
  const printed = printStatement(statement);
  return treeText(parseAll(printed)) === treeText(readings)
    ? []
    : [{ rule: "is another query when printed", detail: printed }];
}

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const NAMES_OF_PROTOTYPES = PROTOTYPES.map((prototype) => Object.getOwnPropertyNames(prototype));

/** Names that were added to the prototypes of JavaScript; they are removed again. */
export function pollution(): readonly Violation[] {
  return PROTOTYPES.flatMap((prototype, at) => {
    const known = NAMES_OF_PROTOTYPES[at] ?? [];
    const names = Object.getOwnPropertyNames(prototype);
    if (names.length === known.length) return [];
    const added = names.filter((name) => !known.includes(name));
    for (const name of added) Reflect.deleteProperty(prototype, name);
    return [{ rule: "pollutes a prototype", detail: added.join(", ") }];
  });
}

interface OwnGraph {
  /** Not to be changed. */
  readonly graph: MultiDirectedGraph;
  readonly content: string;
}

const graphs = new Map<string, OwnGraph>();

/** The graph that statements make, made once. */
function graphOf(statements: readonly string[]): OwnGraph {
  const key = statements.join("\n");
  const known = graphs.get(key);
  if (known !== undefined) return known;
  const engine = new Engine();
  for (const statement of statements.length > 0 ? statements : [OWN_GRAPH]) engine.run(statement);
  const made = { graph: engine.graph, content: contentOf(engine.graph) };
  graphs.set(key, made);
  return made;
}

/** Without regard to order: what a query deleted before it failed comes back last, as `ChangeLog` says. */
function contentOf(graph: MultiDirectedGraph): string {
  const { nodes, edges } = graph.export();
  return textOf([...nodes, ...edges].sort((one, other) => ((one.key ?? "") < (other.key ?? "") ? -1 : 1)));
}

function textOf(tree: unknown): string {
  return JSON.stringify(tree, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}
