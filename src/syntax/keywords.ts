/** openCypher's reserved words: no variable has such a name unless it is quoted; labels, types and keys may. */
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

/** The words that a clause begins with. */
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

/** How shortest paths are asked for, by what is wanted of them. Not reserved: they are names elsewhere. */
export const SHORTEST_PATH_FUNCTIONS = { one: "shortestPath", all: "allShortestPaths" } as const;
