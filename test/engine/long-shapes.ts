/** A kind of query that can have any length without being deep. */
export interface LongShape {
  readonly name: string;
  readonly query: (parts: number) => string;
  /** The only value of its only row; undefined if it returns no rows. */
  readonly value: (parts: number) => unknown;
}

/** Each runs on a graph of one node, `(:One {i: 1})`, with a loop `:L`. */
export const LONG_SHAPES: readonly LongShape[] = [
  // Clauses.
  {
    name: "CREATE",
    query: (parts) => repeated(parts, " ", (at) => `CREATE (n${at}:T {i: ${at}})`),
    value: () => undefined,
  },
  {
    name: "CREATE whose variables all stay in scope",
    query: (parts) =>
      `CREATE (n0:T) ${repeated(parts, " ", (at) => `CREATE (n${at})-[:R]->(n${at + 1}:T)`)} RETURN n0.i IS NULL`,
    value: () => true,
  },
  {
    name: "CREATE that read earlier nodes",
    query: (parts) =>
      `CREATE (n0 {i: 0}) ${repeated(parts, " ", (at) => `CREATE (n${at + 1} {i: n${at}.i + 1})`)} RETURN n${parts}.i`,
    value: (parts) => parts,
  },
  {
    name: "MERGE",
    query: (parts) => `${repeated(parts, " ", (at) => `MERGE (n${at}:T {i: ${at % 7}})`)} RETURN n8.i`,
    value: () => 1,
  },
  {
    name: "SET",
    query: (parts) => `MATCH (n:One) ${repeated(parts, " ", (at) => `SET n.i = ${at}`)} RETURN n.i`,
    value: (parts) => parts - 1,
  },
  {
    name: "REMOVE",
    query: (parts) => `MATCH (n:One) ${repeated(parts, " ", () => "REMOVE n.i")} RETURN n.i`,
    value: () => null,
  },
  {
    name: "DELETE",
    query: (parts) => `CREATE (n) ${repeated(parts, " ", () => "DELETE n")} RETURN 1`,
    value: () => 1,
  },
  {
    name: "MATCH",
    query: (parts) => `${repeated(parts, " ", (at) => `MATCH (n${at}:One)`)} RETURN count(*)`,
    value: () => 1,
  },
  {
    name: "OPTIONAL MATCH",
    query: (parts) => `${repeated(parts, " ", (at) => `OPTIONAL MATCH (n${at}:No)`)} RETURN n1`,
    value: () => null,
  },
  {
    name: "WITH",
    query: (parts) => `WITH 0 AS a ${repeated(parts, " ", () => "WITH a + 1 AS a")} RETURN a`,
    value: (parts) => parts,
  },
  {
    name: "WITH *",
    query: (parts) => `WITH 1 AS a ${repeated(parts, " ", () => "WITH *")} RETURN a`,
    value: () => 1,
  },
  {
    name: "WITH and WHERE",
    query: (parts) => `MATCH (a:One) ${repeated(parts, " ", () => "WITH a WHERE a.i > 0")} RETURN a.i`,
    value: () => 1,
  },
  {
    name: "WITH that aggregates",
    query: (parts) => `WITH 1 AS a ${repeated(parts, " ", () => "WITH max(a) AS a")} RETURN a`,
    value: () => 1,
  },
  {
    name: "WITH DISTINCT",
    query: (parts) => `WITH 1 AS a ${repeated(parts, " ", () => "WITH DISTINCT a")} RETURN a`,
    value: () => 1,
  },
  {
    name: "WITH that sorts",
    query: (parts) => `WITH 1 AS a ${repeated(parts, " ", () => "WITH a ORDER BY a LIMIT 5")} RETURN a`,
    value: () => 1,
  },
  {
    name: "UNWIND",
    query: (parts) => `${repeated(parts, " ", (at) => `UNWIND [${at}] AS x${at}`)} RETURN x3`,
    value: () => 3,
  },
  {
    name: "UNION",
    query: (parts) => repeated(parts, " UNION ", (at) => `RETURN ${at % 1} AS a`),
    value: () => 0,
  },
  {
    name: "clauses of EXISTS",
    query: (parts) => `RETURN EXISTS { ${repeated(parts, " ", (at) => `MATCH (n${at}:One)`)} RETURN 1 AS x }`,
    value: () => true,
  },
  // Patterns.
  {
    name: "steps",
    query: (parts) => `MATCH ${repeated(parts, "", (at) => `(n${at})-[:L]->`)}() RETURN count(*)`,
    value: (parts) => (parts === 1 ? 1 : 0),
  },
  {
    name: "parts of a pattern",
    query: (parts) => `MATCH ${repeated(parts, ", ", (at) => `(n${at}:One {i: 1})`)} RETURN count(*)`,
    value: () => 1,
  },
  // Operators.
  { name: "+", query: (parts) => `RETURN 0${" + 1".repeat(parts)}`, value: (parts) => parts },
  {
    name: "+ of a row",
    query: (parts) => `MATCH (n:One) WHERE 0${" + n.i".repeat(parts)} = ${parts} RETURN n.i`,
    value: () => 1,
  },
  {
    name: "+ of aggregates",
    query: (parts) => `UNWIND [1, 2] AS x RETURN 0${" + count(*)".repeat(parts)} AS a ORDER BY a`,
    value: (parts) => 2 * parts,
  },
  {
    name: "+ sorted by",
    query: (parts) => `WITH 1 AS x RETURN x ORDER BY x${" + x".repeat(parts)}`,
    value: () => 1,
  },
  {
    name: "+ in a comprehension",
    query: (parts) => `RETURN [x IN [1] | 0${" + x".repeat(parts)}][0] AS a ORDER BY a`,
    value: (parts) => parts,
  },
  { name: "-", query: (parts) => `RETURN 0${" - 1".repeat(parts)}`, value: (parts) => -parts },
  { name: "*", query: (parts) => `RETURN 1${" * 1".repeat(parts)}`, value: () => 1 },
  { name: "^", query: (parts) => `RETURN 1${" ^ 1".repeat(parts)} = 1.0`, value: () => true },
  { name: "AND", query: (parts) => `RETURN true${" AND true".repeat(parts)}`, value: () => true },
  {
    name: "AND after grouping",
    query: (parts) => `UNWIND [1] AS x WITH count(x) AS c WHERE true${" AND c = 1".repeat(parts)} RETURN c`,
    value: () => 1,
  },
  {
    name: "AND of a match",
    query: (parts) => `MATCH (n:One) WHERE true${" AND n.i = 1".repeat(parts)} RETURN n.i`,
    value: () => 1,
  },
  { name: "OR", query: (parts) => `RETURN false${" OR false".repeat(parts)}`, value: () => false },
  { name: "NOT", query: (parts) => `RETURN ${"NOT ".repeat(parts)}true`, value: (parts) => parts % 2 === 0 },
  { name: "signs", query: (parts) => `RETURN ${"- ".repeat(parts)}1`, value: (parts) => (-1) ** parts },
  { name: "=", query: (parts) => `RETURN 1${" = 1".repeat(parts)}`, value: () => true },
  { name: "IN", query: (parts) => `RETURN true${" IN [true]".repeat(parts)}`, value: () => true },
  {
    name: "STARTS WITH",
    query: (parts) => `RETURN null${" STARTS WITH 'a'".repeat(parts)}`,
    value: () => null,
  },
  { name: "IS NULL", query: (parts) => `RETURN 1${" IS NULL".repeat(parts)}`, value: () => false },
  {
    name: "properties",
    query: (parts) => `WITH {a: null} AS m RETURN m${".a".repeat(parts)}`,
    value: () => null,
  },
  { name: "indexes", query: (parts) => `RETURN null${"[0]".repeat(parts)}`, value: () => null },
  { name: "slices", query: (parts) => `RETURN size([1]${"[0..]".repeat(parts)})`, value: () => 1 },
  // Lists.
  { name: "a list", query: (parts) => `RETURN size([0${",1".repeat(parts)}])`, value: (parts) => parts + 1 },
  {
    name: "a map",
    query: (parts) => `RETURN size(keys({${repeated(parts, ", ", (at) => `k${at}: 1`)}}))`,
    value: (parts) => parts,
  },
  {
    name: "labels",
    query: (parts) => `MATCH (n${repeated(parts, "", (at) => `:L${at}`)}) RETURN count(*)`,
    value: () => 0,
  },
  {
    name: "WHEN",
    query: (parts) => `WITH 1 AS x RETURN CASE ${"WHEN x = 2 THEN 2 ".repeat(parts)}ELSE 0 END`,
    value: () => 0,
  },
];

function repeated(parts: number, separator: string, one: (at: number) => string): string {
  return Array.from({ length: parts }, (_, at) => one(at)).join(separator);
}
