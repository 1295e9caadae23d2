/**
 * Law: a query treats all names alike, even those with a meaning in JavaScript. Each statement runs with every odd name
 * in place of `NAME`, and with a plain one; the results must be equal except for the name.
 */
import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import type { Result } from "../../src/execute/result.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import { FORMATS, type Format, formatRows } from "../../src/output/rows/formats.ts";
import { sample } from "../random-runs.ts";
import { checkThatObjectsStayClean, ODD_NAMES, quoted } from "./inherited-names.ts";

checkThatObjectsStayClean();

/** A name without any special meaning. */
const PLAIN = "plain";

/** Scripts: `NAME` is the name in backquotes, `'NAME'` the name as a string. Each script runs on an empty graph. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  "CREATE and MATCH": [
    "CREATE (:NAME {NAME: 1, other: 'NAME'})-[:NAME {NAME: 'NAME'}]->(:Other {NAME: ['NAME']})",
    "MATCH (n:NAME {NAME: 1})-[r:NAME {NAME: 'NAME'}]->(m {NAME: ['NAME']}) RETURN n.NAME, r.NAME, m.NAME, n['NAME']",
    "MATCH (n)-[r]->(m) RETURN keys(n), labels(n), keys(r), type(r), keys(m), properties(r)",
    "MATCH (n) WHERE n:NAME AND n.NAME IS NOT NULL AND 'NAME' IN keys(n) RETURN n",
    "MATCH (n) RETURN n.NAME AS NAME ORDER BY NAME",
    "MATCH p = (:NAME)-[NAME:NAME*1..2]->() RETURN p, NAME, nodes(p), relationships(p)",
    "MATCH (NAME)-[r]->() WITH NAME, count(r) AS `count` RETURN NAME.NAME, NAME {.NAME, .other}, `count`",
    "MATCH (NAME:NAME) RETURN NAME {.*}, [x IN [NAME] | x.NAME], EXISTS { (NAME)-[:NAME]->() }",
    "MATCH (n) WHERE n.NAME = 1 OR n.NAME STARTS WITH 'x' RETURN count(*)",
  ],
  "MERGE twice": [
    "MERGE (n:NAME {NAME: 1}) ON CREATE SET n.made = true ON MATCH SET n.met = 'NAME'",
    "MERGE (n:NAME {NAME: 1}) ON CREATE SET n.made = true ON MATCH SET n.met = 'NAME', n.NAME = 2",
    "MATCH (n) RETURN n, count(*)",
    "MATCH (a:NAME) MERGE (a)-[r:NAME {NAME: 1}]->(a) RETURN r",
    "MATCH (a:NAME) MERGE (a)-[r:NAME {NAME: 1}]->(a) RETURN r",
    "MATCH ()-[r]->() RETURN count(r)",
  ],
  "SET, += and =, REMOVE": [
    "CREATE (:A {x: 1})-[:R]->(:B)",
    "MATCH (n:A)-[r]->() SET n.NAME = 1, r.NAME = [1, 2], n:NAME RETURN n, r",
    "MATCH (n:A) SET n.NAME = n.NAME + 1, n.x = n.NAME RETURN n",
    "MATCH (n:A) SET n += {NAME: 'NAME', y: 2} RETURN n, properties(n)",
    "MATCH (n:A)-[r]->(m) SET m = n, r = {NAME: 1} RETURN m, r",
    "MATCH (n:A) SET n += {NAME: null} RETURN n",
    "MATCH (m:B) REMOVE m.NAME, m:B RETURN m",
    "MATCH (n:A) REMOVE n:NAME SET n = {NAME: true} RETURN n, n.NAME",
    "MATCH (n:A) SET n = {} RETURN n",
    "MATCH ()-[r]->() REMOVE r.NAME RETURN r",
  ],
  DELETE: [
    "CREATE (:NAME {NAME: 1})-[:NAME]->(:NAME {NAME: 2})",
    "MATCH (n {NAME: 1})-[r:NAME]->() DELETE r",
    "MATCH (n {NAME: 1}) DELETE n",
    "MATCH (n:NAME) RETURN n.NAME",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) RETURN count(n)",
  ],
  maps: [
    "WITH {NAME: 1, other: {NAME: {NAME: 2}}} AS NAME RETURN NAME.NAME, NAME['NAME'], NAME.other.NAME.NAME, keys(NAME)",
    "RETURN {}.NAME, {a: 1}['NAME'], 'NAME' IN keys({NAME: 1}), {NAME: 1} = {NAME: 1}, {NAME: 1} = {NAME: 2}, {} = {NAME: 1}",
    "UNWIND [{NAME: 1}, {NAME: 1}, {NAME: 2}, {}] AS m RETURN DISTINCT m, m.NAME",
    "UNWIND [{NAME: 2}, {NAME: 1}, {}] AS m RETURN m ORDER BY m",
    "UNWIND [{NAME: 1}, {NAME: 1}] AS m RETURN m, count(*), collect(m.NAME)",
    "WITH {NAME: 1, a: 2} AS m RETURN m {.NAME, b: m.NAME}, m {.*, NAME: 3}, properties(m)",
    "RETURN toString('NAME'), size('NAME') > 0, [x IN ['NAME'] WHERE x = 'NAME'], reduce(NAME = 0, x IN [1] | NAME + x)",
  ],
  "columns, variables and subqueries": [
    "RETURN 1 AS NAME",
    "WITH 1 AS NAME RETURN NAME, NAME + 1 AS other",
    "UNWIND [1, 2] AS NAME WITH collect(NAME) AS NAME RETURN NAME",
    "RETURN 1 AS NAME UNION RETURN 2 AS NAME",
    "CREATE (NAME:NAME)-[a:NAME]->(b) RETURN NAME, a, b",
    "RETURN all(NAME IN [1] WHERE NAME = 1), [NAME IN [1, 2] | NAME], EXISTS { MATCH (NAME) RETURN NAME }",
    "CALL mine.echo('NAME') YIELD value AS NAME RETURN NAME",
  ],
  "CALL of a procedure of that name": ["CALL mine.NAME('x') YIELD NAME RETURN NAME", "CALL mine.NAME('x')"],
  "EXPLAIN and PROFILE": [
    "CREATE (:NAME {NAME: 1})-[:NAME]->(:NAME {NAME: 2})",
    "EXPLAIN MATCH (NAME:NAME {NAME: 1})-[r:NAME]->(m) WHERE m.NAME > 1 RETURN NAME.NAME AS NAME",
    "PROFILE MATCH (NAME:NAME {NAME: 1})-[r:NAME]->(m) WHERE m.NAME > 1 RETURN NAME.NAME AS NAME",
    "EXPLAIN MERGE (n:NAME {NAME: 3}) SET n.NAME = 4",
  ],
  "names of nodes, and claims": [
    "CREATE (a:Person {name: 'NAME', aliases: ['x', 'NAME']}), (b:Person {name: 'Other'})," +
      " (a)-[:MEETS {claimant: 'NAME', article: 'NAME', stance: 'affirmed', claim: 'NAME#1', NAME: 'NAME'}]->(b)," +
      " (a)-[:MEETS {claimant: 'Other', article: 'x', stance: 'denied', claim: 'x#1', answers: ['NAME#1'], NAME: 'NAME'}]->(b)",
    'MATCH ("NAME")-[r]->(x) RETURN x.name, r.NAME',
    '("NAME")-[r]->(x) ACCORDING TO "NAME" RETURN r.claim',
    "CALL claims.contested() YIELD subject, type, object, affirmed, denied",
    "CALL claims.corroborated() YIELD subject, type, object, origins, articles",
    "CALL claims.timeline('NAME') YIELD time, claim RETURN claim.claim",
    "MATCH (a {name: 'NAME'}) RETURN a.aliases",
  ],
};

/** Runs one statement of a script, with evidence if requested. */
function runOne(engine: Engine, query: string, name: string, evidence = false): Result {
  const text = query
    .replaceAll(/'NAME(#1)?'/g, (_, number = "") => JSON.stringify(name + number))
    .replaceAll('"NAME"', JSON.stringify(name))
    .replaceAll("NAME", quoted(name));
  return engine.run(text, {}, { evidence });
}

/** The contents of a result in every form, with the name replaced by NAME. */
function maskedResult(result: Result, name: string): unknown {
  const { columns, rows, stats } = result;
  const isPlan = columns[0] === "plan";
  // A column is named after the text of its expression, and a plan is text: both contain the name in some form.
  const column = (text: string) => (isMasked(text, name) ? "NAME" : "column");
  const values = rows.map((row) => row.slice(isPlan ? 1 : 0));
  const texts = Object.keys(FORMATS).map((format) => formatRows(result, format as Format, 4000));
  const [table = "", json = "", lines = "", csv = "", markdown = ""] = texts;
  return {
    columns: columns.map(column),
    values: masked(values, name),
    objects: result.toObjects().map((object) => Object.keys(object).map(column)),
    stats,
    json: isPlan || masked(JSON.parse(json).rows, name),
    lines: isPlan || lines.split("\n").map((line) => line && masked(Object.values(JSON.parse(line)), name)),
    others: [table, csv, markdown].map((text) => text.split("\n").length),
  };
}

/** Also true for the members of nodes, relationships and claims, which some of the odd names are. */
function isMasked(text: string, name: string): boolean {
  return text === name || ["id", "labels", "type", "name"].includes(text);
}

/** The value with NAME for each text and key that equals the name. Objects are returned as pairs. */
function masked(value: unknown, name: string): unknown {
  if (typeof value === "string")
    return isMasked(value, name) ? "NAME" : value === `${name}#1` ? "NAME#1" : value;
  if (Array.isArray(value)) return value.map((item) => masked(item, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).map(([key, item]) => [masked(key, name), masked(item, name)]);
}

function newEngine(name: string): Engine {
  const engine = new Engine();
  const parameters = [{ name: "text", type: "String" }] as const;
  engine.registerProcedure({
    name: "mine.echo",
    parameters,
    columns: [{ name: "value", type: "String" }],
    run: ([text = null]) => [[text]],
  });
  engine.registerProcedure({
    name: `mine.${name}`,
    parameters: [{ name, type: "String" }],
    columns: [{ name, type: "String" }],
    run: ([text = null]) => [[text]],
  });
  return engine;
}

describe.each(Object.entries(SCRIPTS))("%s", (_, script) => {
  const answers = (name: string) => {
    const engine = newEngine(name);
    return script.map((query) => maskedResult(runOne(engine, query, name), name));
  };
  const evidenceOf = (name: string) => {
    const engine = newEngine(name);
    return script.map((query) => {
      const result = runOne(engine, query, name, true);
      const { nodes, relationships } = columnsOfGraph(result.subgraph());
      const rows = result.rows.map((_, row) => masked(result.evidence(row), name));
      return [rows, nodes.count, relationships.count];
    });
  };

  test("rows are the same with any name", () => {
    const wanted = answers(PLAIN);
    for (const name of ODD_NAMES) expect({ name, rows: answers(name) }).toEqual({ name, rows: wanted });
  });

  test("evidence is the same with any name", () => {
    const wanted = evidenceOf(PLAIN);
    for (const name of sample(ODD_NAMES))
      expect({ name, evidence: evidenceOf(name) }).toEqual({ name, evidence: wanted });
  });
});

describe("parameters", () => {
  test.each(ODD_NAMES)("%s", (name) => {
    const engine = new Engine();
    const parameters = JSON.parse(
      `{${JSON.stringify(name)}: {${JSON.stringify(name)}: [1, {${JSON.stringify(name)}: 2}]}}`,
    );
    const key = quoted(name);
    const result = engine.run(
      `RETURN $${key}.${key}[0], $${key}.${key}[1].${key}, keys($${key})`,
      parameters,
    );
    expect(result.rows).toEqual([[1, 2, [name]]]);
    expect(engine.run(`RETURN $${key} AS ${key}`, parameters).toObjects()).toEqual([parameters]);
    const stored = JSON.parse(`{"p": {${JSON.stringify(name)}: "v", "x": 1}}`);
    expect(engine.run(`CREATE (n $p) RETURN keys(n), n.${key}`, stored).rows).toEqual([[[name, "x"], "v"]]);
    expect(engine.run(`UNWIND [$p] AS p CREATE (n) SET n += p RETURN n.${key}`, stored).rows).toEqual([
      ["v"],
    ]);
    expect(() => new Engine().run(`RETURN $${key}`)).toThrow(/was not given/);
    expect(
      engine.run("RETURN $other AS x", JSON.parse(`{"other": 1, ${JSON.stringify(name)}: 2}`)).rows,
    ).toEqual([[1]]);
  });
});

describe("a missing member", () => {
  test.each(ODD_NAMES)("is null or an error for the name %s", (name) => {
    const key = quoted(name);
    const engine = new Engine();
    engine.run("CREATE (:A {x: 1})-[:R {x: 1}]->(:A {x: 2})");
    expect(
      engine.run(`MATCH (n)-[r]->() RETURN n.${key}, r.${key}, n[$k], properties(n).${key}`, { k: name })
        .rows,
    ).toEqual([[null, null, null, null]]);
    expect(engine.run(`MATCH (n:${key})-[r:${key}]->() RETURN n`).rows).toEqual([]);
    expect(engine.run(`MATCH (n {${key}: 1}) RETURN n`).rows).toEqual([]);
    expect(engine.run(`MATCH (n) WHERE n.${key} IS NULL RETURN count(*)`).rows).toEqual([[2]]);
    expect(engine.run("MATCH (n) WHERE id(n) = $k RETURN n", { k: name }).rows).toEqual([]);
    for (const query of [
      `RETURN date('2025-01-01').${key}`,
      `RETURN datetime('2025-01-01T00:00Z').${key}`,
      `RETURN duration('P1D').${key}`,
      `RETURN localtime('10:00')[${JSON.stringify(name)}]`,
      `RETURN date({${key}: 1})`,
      `RETURN datetime({year: 2025, ${key}: 1})`,
      `RETURN duration({${key}: 1})`,
      `RETURN date.truncate(${JSON.stringify(name)}, date('2025-01-01'))`,
      `RETURN datetime({year: 2025, timezone: ${JSON.stringify(name)}})`,
      `RETURN ${key}(1)`,
      `RETURN date.${key}()`,
      `CALL ${key}()`,
      `CALL claims.${key}()`,
      `CALL claims.contested() YIELD ${key}`,
      `MATCH (${key}) RETURN other`,
      `WITH 1 AS x RETURN ${key}`,
    ]) {
      if (isDefined(query, name)) continue;
      expect(() => new Engine().run(query), query).toThrow(expect.objectContaining({ name: "CypherError" }));
    }
  });
});

/** Whether Cypher defines the odd name in that place. */
function isDefined(query: string, name: string): boolean {
  return (name === "toString" && query.endsWith("(1)")) || (name === "type" && query.includes("YIELD"));
}
