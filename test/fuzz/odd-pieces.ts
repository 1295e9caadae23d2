/** Pieces that breaking mutations insert anywhere: signs, words and characters that are difficult for parsers. */
export const ODD_PIECES: readonly string[] = [
  ..."()[]{}<>=+-*/%^,.:;|$'\"`\\\n\t\0\u2028\u200b\u202e\ud800\udfff\ufeffİß",
  ..."e\u0301 𝒳 👩‍👩‍👧 － “ // /* */ .. <> =~ += -> <- -- \\u12 \\uD800 `` $$ 0x 1e 1..".split(" "),
  ..."9223372036854775808 1e400 -0.0 00 99999999999999999999999999 null true * [] {}".split(" "),
  ..."__proto__ constructor toString hasOwnProperty labels type id prototype".split(" "),
  ..."MATCH WHERE WITH RETURN UNWIND CALL CREATE MERGE SET REMOVE DELETE SKIP LIMIT EXPLAIN PROFILE".split(
    " ",
  ),
  ..."DISTINCT NOT AND XOR IN CASE WHEN END EXISTS count(*) collect( reduce( any( shortestPath( allShortestPaths(( date()".split(
    " ",
  ),
  ...["OPTIONAL MATCH", "WITH *", "RETURN *", "UNION ALL", "DETACH DELETE", "ON CREATE SET", "ORDER BY"],
  ...["IS NULL", "STARTS WITH", "ACCORDING TO", "range(0, 1000000)", "AS x"],
];
