import fc from "fast-check";
import { expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import type { Result, RowEvidence } from "../../src/execute/result.ts";
import type { Value } from "../../src/values/value.ts";
import { Node, Path, Relationship } from "../../src/values/value.ts";
import { valueText } from "../../src/values/value-text.ts";
import { arbitraryGraph, arbitraryQuery } from "../optimize/random-pattern.ts";
import { runs } from "../random-runs.ts";

/** Continuations of a random match that binds `a`, `b` and `c`. More matches can only add rows. */
const ENDINGS = [
  "RETURN a.id, b.id ORDER BY b.id, a.id",
  "RETURN count(*)",
  "RETURN count(a)",
  "RETURN a.id, count(*)",
  "RETURN a.id, count(DISTINCT c), max(b.k)",
  "RETURN DISTINCT b.id",
  "RETURN count(DISTINCT c)",
  "WITH DISTINCT b RETURN b.name, count(*)",
  "WITH a, count(*) AS n RETURN sum(n)",
  "WITH a, count(*) AS n MATCH (a)-->(y) RETURN n, y.id",
  "WITH DISTINCT b MATCH (b)-[z]-(y) RETURN y.id, count(*)",
  "WITH a, b MATCH (b)-[:T]->()-->(y) RETURN DISTINCT y.id",
  "WITH a, b MATCH (b)-[:T*1..2]->(y) RETURN DISTINCT y.id",
  "WITH a, b MATCH (b)-->()-->(y) RETURN a.id, count(*)",
  "WITH a, b MATCH (x)<--(b)-->(y) RETURN count(*)",
  "WITH a, b WHERE EXISTS { MATCH (a)-->(y) WHERE (y)-->() RETURN y } RETURN a.id",
  "WITH a, b WHERE (a)-->({k: 1}) OR (b)-->() RETURN a.id, count(*)",
  "WITH DISTINCT a RETURN a.id, size([(a)-[z]->(y) | z.id])",
  "WITH DISTINCT a UNWIND [(a)-[z]->(y) | y.id] AS id RETURN id",
  "WITH collect(b) AS list UNWIND list AS x RETURN DISTINCT x.id",
  "WITH max(a.k) AS most MATCH (x {k: most}) RETURN x.id",
  "RETURN a.id AS id UNION MATCH (x)-->() RETURN x.id AS id",
  "WITH a, b MATCH p = shortestPath((a)-[*..3]-(b)) WHERE a <> b RETURN length(p), a.id",
  "WITH a, b MATCH p = shortestPath((a)-[*..3]->(b)) WHERE all(n IN nodes(p) WHERE (n)-->({k: 1})) RETURN length(p)",
];

const arbitraryQuestion = fc
  .tuple(arbitraryQuery, fc.constantFrom(...ENDINGS))
  .map(([query, ending]) => `${matchOf(query)} ${ending}`);

function matchOf(query: string): string {
  return query.slice(0, query.indexOf(" RETURN "));
}

function engineOf(statements: readonly string[]): Engine {
  const engine = new Engine();
  for (const statement of statements) engine.run(statement);
  return engine;
}

/** Undefined for the few invalid random queries, such as one variable for both a node and a relationship. */
function answer(engine: Engine, text: string, evidence: boolean): Result | undefined {
  try {
    return engine.run(text, {}, { evidence });
  } catch (error) {
    if (error instanceof CypherError && error.code !== "UnexpectedSyntax") return undefined;
    throw error;
  }
}

const rowText = (row: readonly Value[]) => row.map(valueText).join(" | ");

function keysText({ nodes, relationships }: RowEvidence): string {
  return [nodes, relationships].map((entities) => entities.map(({ id }) => id).join(" ")).join(" / ");
}

/** Rows with their evidence, in any order. */
function rowsWithEvidence(result: Result): string[] {
  return result.rows.map((row, at) => `${rowText(row)}: ${keysText(result.evidence(at))}`).sort();
}

test("rows are the same with and without evidence, and evidence is the same requested before or after the run", () => {
  let rowsSeen = 0;
  fc.assert(
    fc.property(arbitraryGraph, arbitraryQuestion, (statements, text) => {
      const engine = engineOf(statements);
      const [late, kept] = [answer(engine, text, false), answer(engine, text, true)];
      fc.pre(late !== undefined && kept !== undefined);
      rowsSeen += kept.rows.length;
      expect(kept.rows.map(rowText).sort()).toEqual(late.rows.map(rowText).sort());
      expect(rowsWithEvidence(kept)).toEqual(rowsWithEvidence(late));
    }),
    { numRuns: runs(120) },
  );
  // A test with empty results would prove nothing.
  expect(rowsSeen).toBeGreaterThan(runs(24));
});

test("the evidence of a row is sufficient for the row, and part of the evidence of the result", () => {
  let rowsSeen = 0;
  fc.assert(
    fc.property(arbitraryGraph, arbitraryQuestion, (statements, text) => {
      // With OPTIONAL MATCH, a larger graph may return fewer rows.
      fc.pre(!text.includes("OPTIONAL"));
      const engine = engineOf(statements);
      const result = answer(engine, text, true);
      fc.pre(result !== undefined);
      const all = result.subgraph();
      for (const [at, row] of result.rows.slice(0, 5).entries()) {
        rowsSeen++;
        const evidence = result.evidence(at);
        const part = partOf(engine, evidence);
        expect(part.run(text).rows.map(rowText)).toContain(rowText(row));
        for (const { id } of evidence.nodes) expect(all.hasNode(id)).toBe(true);
        for (const { id } of evidence.relationships) expect(all.hasEdge(id)).toBe(true);
      }
      expect(result.rows.length > 0 || all.order === 0).toBe(true);
    }),
    { numRuns: runs(120) },
  );
  expect(rowsSeen).toBeGreaterThan(runs(7));
});

/** The graph reduced to the evidence. */
function partOf(engine: Engine, { nodes, relationships }: RowEvidence): Engine {
  const graph = engine.graph.copy();
  const keptRelationships = new Set(relationships.map(({ id }) => id));
  const keptNodes = new Set(nodes.map(({ id }) => id));
  for (const key of graph.edges()) if (!keptRelationships.has(key)) graph.dropEdge(key);
  for (const key of graph.nodes()) if (!keptNodes.has(key)) graph.dropNode(key);
  return new Engine(graph);
}

/** Endings that only group, each with the group key as a function of the ids of `a`, `b` and `c`. */
const GROUPINGS: readonly (readonly [string, (ids: readonly string[]) => string])[] = [
  ["RETURN a.id AS one, b.id AS other, c.id AS third, count(*) AS n", (ids) => ids.join()],
  ["RETURN a.id AS one, count(*) AS n", ([a]) => `${a}`],
  ["RETURN DISTINCT b.id AS one", ([, b]) => `${b}`],
  ["RETURN DISTINCT c.id AS one, a.id AS other", ([a, , c]) => `${c},${a}`],
  ["RETURN count(*) AS n", () => ""],
  ["RETURN count(DISTINCT c) AS n", () => ""],
  ["WITH a, count(*) AS m RETURN sum(m) AS n", () => ""],
  ["WITH DISTINCT a, c RETURN a.id AS one, count(*) AS n", ([a]) => `${a}`],
  ["WITH a, b ORDER BY b.id WITH DISTINCT b RETURN b.id AS one", ([, b]) => `${b}`],
];

test("the evidence of a row is exactly what the matches of its group have bound", () => {
  let rowsSeen = 0;
  fc.assert(
    fc.property(
      arbitraryGraph,
      arbitraryQuery,
      fc.constantFrom(...GROUPINGS),
      (statements, query, grouping) => {
        const match = withNames(matchOf(query));
        // Any one of several shortest paths may be found, and a pattern in WHERE binds nothing that can be returned.
        fc.pre(!match.includes(" shortestPath(") && !match.includes("-->(b)"));
        const [ending, keyOf] = grouping;
        const engine = engineOf(statements);
        const result = answer(engine, `${match} ${ending}`, true);
        const matches = answer(engine, `${match} RETURN *, [a.id, b.id, c.id] AS ids`, false);
        fc.pre(result !== undefined && matches !== undefined);
        const groups = new Map<string, Set<string>>();
        for (const { ids, ...bound } of matches.toObjects()) {
          const key = keyOf((ids as readonly Value[]).map(valueText));
          const group = groups.get(key) ?? new Set();
          groups.set(key, group);
          for (const value of Object.values(bound)) collectKeys(value, group);
        }
        for (const [at, { n: _, ...key }] of result.toObjects().entries()) {
          rowsSeen++;
          const { nodes, relationships } = result.evidence(at);
          const keys = [
            ...nodes.map(({ id }) => `node ${id}`),
            ...relationships.map(({ id }) => `claim ${id}`),
          ];
          const expected = groups.get(Object.values(key).map(valueText).join()) ?? new Set();
          expect(keys.sort()).toEqual([...expected].sort());
        }
      },
    ),
    { numRuns: runs(120) },
  );
  expect(rowsSeen).toBeGreaterThan(runs(24));
});

/** The match with names for all unnamed elements. */
function withNames(match: string): string {
  let count = 0;
  return match
    .replace(/\((?=[:)]| \{)/g, () => `(unnamed${count++}`)
    .replace("(a)--(b)", "(a)-[unnamed]-(b)")
    .replace("(b)<--(c)", "(b)<-[unnamed]-(c)");
}

function collectKeys(value: Value, keys: Set<string>): void {
  if (value instanceof Node) keys.add(`node ${value.id}`);
  else if (value instanceof Relationship) {
    keys.add(`claim ${value.id}`).add(`node ${value.start}`).add(`node ${value.end}`);
  } else if (value instanceof Path)
    for (const part of [...value.nodes, ...value.relationships]) collectKeys(part, keys);
  else if (Array.isArray(value)) for (const item of value) collectKeys(item, keys);
}

const arbitraryStep = fc
  .record({
    start: fc.constantFrom("(a)", "(a:A)", "(a {k: 1})", "(a:B {name: 'x'})"),
    step: fc.constantFrom("-[r]->", "<-[r]-", "-[r:T]->", "<-[r:U {w: 1}]-", "-[r:T|U]->"),
    end: fc.constantFrom("(b)", "(b:B)", "(b {k: 0})", "(:A)", "(a)"),
    where: fc.constantFrom("", " WHERE r.w = 0", " WHERE a.k < 2 AND r.id > 1"),
  })
  .map(({ start, step, end, where }) => `MATCH ${start}${step}${end}${where}`);

test("the evidence of a count has as many claims as were counted", () => {
  let counted = 0;
  fc.assert(
    fc.property(
      arbitraryGraph,
      arbitraryStep,
      fc.constantFrom("", "a.id AS id, ", "type(r) AS id, "),
      (statements, match, group) => {
        const engine = engineOf(statements);
        for (const count of ["count(*)", "count(r)", "count(DISTINCT r)"]) {
          const result = engine.run(`${match} RETURN ${group}${count} AS count`, {}, { evidence: true });
          for (const [at, { count: number }] of result.toObjects().entries()) {
            counted += number as number;
            expect(result.evidence(at).relationships).toHaveLength(number as number);
          }
        }
      },
    ),
    { numRuns: runs(80) },
  );
  expect(counted).toBeGreaterThan(runs(7));
});
