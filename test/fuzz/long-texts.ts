/** Texts that repeat one piece `times` times, as a longer list or as deeper nesting. */
export const LONG_TEXTS: Readonly<Record<string, (times: number) => string>> = {
  "items of a list": (times) => `RETURN size([${"0, ".repeat(times)}0])`,
  "entries of a map": (times) => `RETURN {${"a: 1, ".repeat(times)}a: 1} AS map`,
  columns: (times) => `RETURN 1 AS a${numbered(times, (at) => `, ${at} AS a${at}`)}`,
  "keys of ORDER BY": (times) => `RETURN 1 AS a ORDER BY a${", a".repeat(times)}`,
  sums: (times) => `RETURN 1${" + 1".repeat(times)} AS sum`,
  "sums of parameters": (times) => `RETURN $number${" + $number".repeat(times)} AS sum`,
  conditions: (times) => `RETURN true${" OR true".repeat(times)} AS a`,
  comparisons: (times) => `RETURN 1${" < 1".repeat(times)} AS a`,
  negations: (times) => `RETURN ${"NOT ".repeat(times)}true AS a`,
  signs: (times) => `RETURN ${"- ".repeat(times)}1 AS a`,
  "tests for null": (times) => `RETURN 1${" IS NULL".repeat(times)} AS a`,
  properties: (times) => `RETURN $map${".a".repeat(times)} AS a`,
  indexes: (times) => `RETURN $list${"[0]".repeat(times)} AS a`,
  branches: (times) => `RETURN CASE ${"WHEN false THEN 1 ".repeat(times)}END AS a`,
  "parts of a name": (times) => `RETURN a${".a".repeat(times)}()`,
  clauses: (times) => `${"UNWIND [1] AS a WITH 1 AS b ".repeat(times)}RETURN 1 AS a`,
  unions: (times) => `RETURN 1 AS a${" UNION RETURN 1 AS a".repeat(times)}`,
  "patterns side by side": (times) => `MATCH (a)${", (a)".repeat(times)} RETURN a`,
  "patterns that multiply": (times) => `MATCH ${"(), ".repeat(times)}() RETURN count(*)`,
  "steps of a path": (times) => `MATCH (a)${"-->()".repeat(times / 10)} RETURN a`,
  "steps of a path in a condition": (times) => `MATCH (a) WHERE (a)${"-->()".repeat(times / 10)} RETURN a`,
  labels: (times) => `MATCH (a${":A".repeat(times)}) RETURN a`,
  types: (times) => `MATCH ()-[:A${"|A".repeat(times)}]->() RETURN 1`,
  "nodes to create": (times) => `CREATE ()${", ()".repeat(times)}`,
  "properties to set": (times) => `MATCH (a) SET a.x = 1${", a.x = 1".repeat(times)}`,
  "actions of MERGE": (times) => `MERGE (a:A) ${"ON MATCH SET a.x = 1 ".repeat(times)}`,
  brackets: (times) => `RETURN ${"(".repeat(times)}1${")".repeat(times)}`,
  "brackets that stay open": (times) => `RETURN ${"[".repeat(times)}`,
  words: (times) => "word ".repeat(times),
  errors: (times) => `RETURN ${"a, ".repeat(times)}a`,
  "characters of a string": (times) => `RETURN '${"x".repeat(times)}' =~ 'x*y' AS a`,
  comments: (times) => `RETURN 1 ${"/* */ ".repeat(times)}AS a`,
  "a text that doubles": (times) => `RETURN size(reduce(s = 'a', x IN range(1, ${times}) | s + s)) AS a`,
  "a list that doubles": (times) => `RETURN size(reduce(s = [1], x IN range(1, ${times}) | s + s)) AS a`,
  "lists in lists": (times) => `RETURN size(toString(reduce(s = [], x IN range(1, ${times}) | [s]))) AS a`,
  "lists in lists, compared": (times) =>
    `WITH reduce(s = [], x IN range(1, ${times}) | [s]) AS a RETURN a = a, a < a, [a] + a`,
  "lists in lists, grouped": (times) =>
    `UNWIND [1, 2] AS n WITH reduce(s = [], x IN range(1, ${times}) | [s]) AS a RETURN DISTINCT a ORDER BY a`,
  "rows of rows": (times) => `UNWIND range(1, ${times}) AS a UNWIND range(1, ${times}) AS b RETURN count(*)`,
  "rows kept": (times) =>
    `UNWIND range(1, ${times}) AS a UNWIND range(1, ${times}) AS b RETURN a, b ORDER BY b`,
};

function numbered(times: number, one: (at: number) => string): string {
  return Array.from({ length: times }, (_, at) => one(at)).join("");
}
