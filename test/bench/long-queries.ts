/** A kind of query that can have any length. No two of its parts are equal. */
export interface Shape {
  readonly name: string;
  /** Returns a query with about this number of tokens. */
  readonly query: (tokens: number) => string;
}

export const SHAPES: readonly Shape[] = [
  {
    name: "a list of numbers",
    query: (tokens) => `RETURN [${repeated(tokens, 2, (at) => String(at)).join(", ")}] AS list`,
  },
  {
    name: "a list of maps",
    query: (tokens) =>
      `UNWIND [${repeated(tokens, 10, (at) => `{id: ${at}, name: 'n${at}'}`).join(", ")}] AS row RETURN row`,
  },
  {
    name: "conditions",
    query: (tokens) =>
      `MATCH (n) WHERE ${repeated(tokens, 6, (at) => `n.p${at} = ${at}`).join(" OR ")} RETURN n`,
  },
  {
    name: "a sum",
    query: (tokens) =>
      `MATCH (n) RETURN ${repeated(tokens, 6, (at) => `n.p${at} * ${at}`).join(" + ")} AS sum`,
  },
  {
    name: "columns with calls",
    query: (tokens) =>
      `MATCH (n) RETURN ${repeated(tokens, 11, (at) => `coalesce(n.p${at}, ${at}) AS c${at}`).join(", ")}`,
  },
  {
    name: "one path",
    query: (tokens) =>
      `MATCH ${repeated(tokens, 9, (at) => `(n${at})-[:T]->`).join("")}(end_) RETURN count(*)`,
  },
  {
    name: "patterns to create",
    query: (tokens) => `CREATE ${repeated(tokens, 18, (at) => `(:A {id: ${at}})-[:T]->(b${at})`).join(", ")}`,
  },
  {
    name: "clauses",
    query: (tokens) =>
      `${repeated(tokens, 15, (at) => `MATCH (a${at}) WHERE a${at}.x > 1 WITH a${at} AS b${at}`).join(" ")} RETURN 1 AS one`,
  },
];

function repeated(tokens: number, tokensOfOne: number, one: (at: number) => string): string[] {
  return Array.from({ length: Math.max(1, Math.round(tokens / tokensOfOne)) }, (_, at) => one(at));
}
