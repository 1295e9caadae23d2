/** The reserved words of openCypher: a variable of this name must be in backquotes; labels, types and keys need not. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ..."ALL ASC ASCENDING BY CREATE DELETE DESC DESCENDING DETACH EXISTS LIMIT MATCH MERGE ON OPTIONAL ORDER".split(
    " ",
  ),
  ..."REMOVE RETURN SET SKIP WHERE WITH UNION UNWIND AND AS CONTAINS DISTINCT ENDS IN IS NOT OR STARTS XOR".split(
    " ",
  ),
  ..."FALSE TRUE NULL CONSTRAINT DO FOR REQUIRE UNIQUE CASE WHEN THEN ELSE END MANDATORY SCALAR OF ADD DROP".split(
    " ",
  ),
]);

/** The first words of clauses. */
export const CLAUSE_WORDS = [
  "MATCH",
  "OPTIONAL",
  "UNWIND",
  "CALL",
  "CREATE",
  "MERGE",
  "SET",
  "REMOVE",
  "DELETE",
  "DETACH",
  "WITH",
  "RETURN",
] as const;

/** The keywords for shortest paths. They are not reserved: elsewhere they are names. */
export const SHORTEST_PATH_FUNCTIONS = { one: "shortestPath", all: "allShortestPaths" } as const;
