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
/** Maximum total time of a query in milliseconds: its time limit, plus the time to compile and to stop it. */
const MAX_MILLISECONDS = 3000;

const PARAMETERS = { number: 3, list: [1, "two", null], map: { name: "Ann", age: 30 }, text: "Ann", 0: 0.5 };

/** The graph of queries that have no graph statements. */
const OWN_GRAPH = `
  CREATE (ann:Person:A {name: 'Ann', age: 30, aliases: ['Annie'], born: date('1990-05-17')}),
    (bob:Person:B {name: 'Bob', age: 41.5}), (x:Thing {name: 'Größe', x: [1, 2, 3]}), (y:B {x: null}),
    (ann)-[:KNOWS {since: 2001, claimant: 'Bob'}]->(bob), (bob)-[:KNOWS]->(ann), (ann)-[:T]->(ann),
    (ann)-[:OWNS {name: 'a', at: time('12:00+01:00')}]->(x), (x)-[:T {x: 1}]->(y), (bob)-[:T]->(y)`;

/** Runs a text on its graph, and checks that it ends as every text must. */
export function checkQuery(query: Query): Check {
  let check = checkOnce(query);
  // Any text can be slow once on a busy machine, but not every time.
  for (let more = 2; more > 0 && check.milliseconds > MAX_MILLISECONDS; more--) check = checkOnce(query);
  return check;
}

function checkOnce({ text, graph: statements }: Query): Check {
  const { graph, content } = graphOf(statements);
  const engine = new Engine(graph.copy());
  const elapsed = stopwatch();
  const ended = outcomeOf(() => engine.run(text, PARAMETERS, LIMITS));
  const milliseconds = elapsed();
  const violations: Violation[] = [];
  if (milliseconds > MAX_MILLISECONDS) {
    violations.push({ rule: "takes longer than its limits", detail: `${Math.round(milliseconds)} ms` });
  }
  let outcome = "rows";
  if (ended instanceof CypherError) {
    outcome = ended.code;
    violations.push(...errorViolations(ended, text));
    if (contentOf(engine.graph) !== content) {
      violations.push({ rule: "fails but changes the graph", detail: ended.message });
    }
  } else if ("thrown" in ended) {
    outcome = "violation";
    violations.push(thrown("throws another error than a CypherError", ended.thrown));
  } else violations.push(...resultViolations(ended, text, milliseconds));
  // Changes to prototypes would break later texts, which would then be reported instead.
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

/** Checks that the error can be shown, and that its code and place are valid. */
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

/** Checks that rows can be shown and have evidence, and that the text has one parse, the same as its printed form. */
function resultViolations(result: Result, text: string, milliseconds: number): readonly Violation[] {
  return [
    ...violationsOf("the rows cannot be shown", () => {
      for (const row of result.rows) row.forEach(valueText);
      return result.rows.every((row) => row.length === result.columns.length)
        ? []
        : [{ rule: "a row does not have a value for each column", detail: result.columns.join(", ") }];
    }),
    ...violationsOf("cannot be printed and parsed again", () => parseViolations(text)),
    // To find the evidence of rows, the query is run again.
    ...violationsOf("the evidence cannot be found", () => {
      if (milliseconds < 100) result.subgraph();
      return [];
    }),
  ];
}

function parseViolations(text: string): readonly Violation[] {
  const parses = parseAll(text);
  const [statement] = parses;
  if (statement === undefined || parses.length !== 1) {
    return [{ rule: "does not have exactly one parse", detail: `${parses.length} parses` }];
  }
  const printed = printStatement(statement);
  return treeText(parseAll(printed)) === treeText(parses)
    ? []
    : [{ rule: "is another query when printed", detail: printed }];
}

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const NAMES_OF_PROTOTYPES = PROTOTYPES.map((prototype) => Object.getOwnPropertyNames(prototype));

/** Reports names added to the prototypes of JavaScript, and removes them. */
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
  /** Must not be changed. */
  readonly graph: MultiDirectedGraph;
  readonly content: string;
}

const graphs = new Map<string, OwnGraph>();

/** The graph made by the statements; cached. */
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

/** The content of a graph, ignoring order: entities restored after a failed query come last, as `ChangeLog` says. */
function contentOf(graph: MultiDirectedGraph): string {
  const { nodes, edges } = graph.export();
  return textOf([...nodes, ...edges].sort((one, other) => ((one.key ?? "") < (other.key ?? "") ? -1 : 1)));
}

function textOf(tree: unknown): string {
  return JSON.stringify(tree, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}
