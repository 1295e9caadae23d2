import { printableLine } from "../diagnostics/printable-text.ts";
import type { Span } from "../diagnostics/span.ts";
import { CLAUSE } from "./expected-words.ts";
import { printName } from "./print-name.ts";
import type { Token } from "./token.ts";

/** Syntax of another language, or of another version of openCypher, and what to write instead. */
export interface ForeignForm {
  readonly span: Span;
  readonly hint: string;
  /** Defined if the usual message, what was found and what was expected, would mislead. */
  readonly message?: string;
}

/**
 * Finds the foreign form in which, or right after which, parsing failed.
 *
 * @param at index of the unexpected token
 * @param expected what was expected there, in words
 */
export function foreignForm(
  tokens: readonly Token[],
  at: number,
  expected: readonly string[],
): ForeignForm | undefined {
  const place: Place = { tokens, at, expected };
  return writtenDate(place) ?? foreignWords(place) ?? foreignPlace(place);
}

interface Place {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly expected: readonly string[];
}

const SUBQUERY_HINT = "continue the query with WITH; test whether a pattern matches with EXISTS { … }";
const COUNT_HINT =
  "count rows with WITH a, count(*) AS n, and the matches of a pattern with size([(a)-->(b) | b])";
const LIKE_HINT = "write CONTAINS 'x', STARTS WITH 'x', ENDS WITH 'x', or =~ '(?i).*x.*' to ignore the case";
const NOT_BEFORE = "NOT comes before the whole comparison: NOT x IN [1, 2], NOT x CONTAINS 'y'";
const NO_INDEX = "Hearsay creates and updates its indexes automatically, and has no constraints";
const AFTER_RETURN = "after RETURN or WITH come ORDER BY, SKIP and LIMIT, in this order";

/**
 * Forms that are recognized by their words: the words, with `_` for any token; the hint; and a message if the form is
 * not openCypher at all. The first match is used, so longer forms come first.
 */
const WORDS: readonly (readonly [words: string, hint: string, message?: string])[] = [
  ["CALL {", SUBQUERY_HINT, "CALL { … } is not supported: CALL needs the name of a procedure"],
  ["CALL (", SUBQUERY_HINT, "CALL (…) { … } is not supported: CALL needs the name of a procedure"],
  ["COUNT {", COUNT_HINT, "COUNT { … } is not supported"],
  ["COUNT { MATCH", COUNT_HINT, "COUNT { … } is not supported"],
  [
    "COLLECT { MATCH",
    "[(a)-->(b) | b.name] lists the matches of a pattern, and collect(x) the values of rows",
    "COLLECT { … } is not supported",
  ],
  [
    "COLLECT {",
    "[(a)-->(b) | b.name] lists the matches of a pattern, and collect(x) the values of rows",
    "COLLECT { … } is not supported",
  ],
  ["= =", "write one equals sign: x = 1"],
  ["= >", "write >= to compare, --> or -[r]-> for a relationship"],
  ["= <", "write <="],
  ["> <", "write <>"],
  ["| |", "OR joins conditions; + joins strings and lists"],
  ["* *", "write 2 ^ 3"],
  ["NOT LIKE", `NOT comes before the whole comparison; ${LIKE_HINT}`],
  ["NOT ILIKE", `NOT comes before the whole comparison; ${LIKE_HINT}`],
  ["NOT EQUAL", "write x <> 1"],
  ["NOT EQUALS", "write x <> 1"],
  ["NOT =", "write x <> 1"],
  ["NOT BETWEEN", "write NOT (1 <= x AND x <= 2)"],
  ["NOT IN", NOT_BEFORE],
  ["NOT CONTAINS", NOT_BEFORE],
  ["NOT STARTS", NOT_BEFORE],
  ["NOT ENDS", NOT_BEFORE],
  ["NOT =~", NOT_BEFORE],
  ["LIKE", LIKE_HINT],
  ["ILIKE", LIKE_HINT],
  ["RLIKE", LIKE_HINT],
  ["REGEXP", LIKE_HINT],
  ["MATCHES", LIKE_HINT],
  ["EQUALS", "write x = 1"],
  ["EQUAL", "write x = 1"],
  ["BETWEEN", "write 1 <= x AND x <= 2"],
  ["ISNULL", "write x IS NULL"],
  ["NOTNULL", "write x IS NOT NULL"],
  ["IS NOT TRUE", "write NOT x"],
  ["IS NOT FALSE", "a Boolean is a condition by itself: write x"],
  ["IS TRUE", "a Boolean is a condition by itself: write x"],
  ["IS FALSE", "write NOT x"],
  ["IS NOT", "IS NOT NULL tests whether there is a value; compare values with = and <>"],
  ["IS _", "IS NULL tests whether there is no value; compare values with ="],
  ["MOD", "write 5 % 2"],
  ["DIV", "write 5 / 2, which is an integer for integers"],
  ["LET", "write WITH *, 1 AS x"],
  ["SELECT", "write MATCH (a)-[r]->(b) WHERE a.name = 'Xi' RETURN b.name"],
  ["DELETE FROM", "write MATCH (n:Person) DELETE n"],
  ["INSERT INTO", "write CREATE (n:Person {name: 'Xi'})"],
  ["INSERT", "write CREATE (n:Person {name: 'Xi'})"],
  ["UPDATE", "write MATCH (n:Person) SET n.age = 1"],
  ["UPSERT", "write MERGE (n:Person {name: 'Xi'})"],
  ["FROM", "write a pattern instead: MATCH (n:Person)"],
  ["JOIN", "a relationship joins: MATCH (a)-[r]->(b)"],
  ["GROUP BY", "leave it out: rows are grouped by every item that has no aggregate"],
  ["HAVING", "write WITH n.x AS x, count(*) AS n WHERE n > 1 RETURN x, n"],
  ["OFFSET", "write SKIP 5"],
  ["TOP _", "write LIMIT 5 at the end of RETURN"],
  ["FETCH", "write LIMIT 5"],
  ["FOREACH", "write UNWIND [1, 2] AS x CREATE ({x: x})"],
  [
    "LOAD CSV",
    "import CSV with the command hearsay import, or pass rows as a parameter: UNWIND $rows AS row",
  ],
  ["CREATE INDEX", NO_INDEX],
  ["CREATE CONSTRAINT", NO_INDEX],
  ["CREATE _ INDEX", NO_INDEX],
  ["DROP INDEX", NO_INDEX],
  ["DROP CONSTRAINT", NO_INDEX],
  [
    "SHOW",
    ":schema at the prompt lists labels, types and properties; MATCH ()-[r]->() RETURN DISTINCT type(r) lists the types",
  ],
  ["DESCRIBE", ":schema at the prompt lists labels, types and properties"],
  ["USE", "leave it out: there is only one graph"],
  ["USING", "leave it out: the engine chooses the plan"],
  ["INTERSECT", "write both patterns into one MATCH, with a comma between them"],
  ["EXCEPT", "write WHERE NOT (a)-->(b), or WHERE NOT EXISTS { … }"],
  ["MINUS", "write WHERE NOT (a)-->(b), or WHERE NOT EXISTS { … }"],
  ["FILTER", "write WHERE after MATCH, or WITH * WHERE"],
  ["FOR _ IN", "write UNWIND [1, 2] AS x"],
  ["NEXT", "write WITH to continue the query"],
  ["FINISH", "leave it out: a query that writes needs no RETURN"],
  ["ADD", "write SET n:Person, or SET n.age = 1"],
  ["UNIQUE", "write DISTINCT"],
  ["RETURN ALL", "leave ALL out: every row is returned"],
];

const FORMS = WORDS.map(([words, hint, message]) => ({ words: words.split(" "), hint, message }));
const LONGEST = Math.max(...FORMS.map(({ words }) => words.length));

function foreignWords({ tokens, at }: Place): ForeignForm | undefined {
  for (const { words, hint, message } of FORMS) {
    // Find the first place where the words include the unexpected token, or end right before it.
    for (let start = Math.max(0, at - LONGEST); start <= at; start++) {
      // A single word may also be a name, unless it is the unexpected token itself.
      if (start + words.length < at || (words.length === 1 && start < at)) continue;
      if (words.at(-1) === "_" && start + words.length - 1 !== at) continue;
      if (!words.every((word, index) => isWord(tokens[start + index], word))) continue;
      const [first, last] = [tokens[start] as Token, tokens[start + words.length - 1] as Token];
      return { span: { start: first.start, end: last.end }, hint, ...(message !== undefined && { message }) };
    }
  }
  return undefined;
}

function isWord(token: Token | undefined, word: string): boolean {
  if (token === undefined || token.type === "string" || token.source.startsWith("`")) return false;
  return word === "_" || token.source.toUpperCase() === word;
}

/**
 * `2025-05-01` without quotes, or `2025/05/01`: the parts are numbers to the writer, although 05 is not one in Cypher.
 */
function writtenDate({ tokens, at }: Place): ForeignForm | undefined {
  if (tokens[at]?.type !== "malformedNumber" || !/^0\d$/.test(tokens[at].source)) return undefined;
  const isNumber = (index: number) => /^\d+$/.test(tokens[index]?.source ?? "");
  const isJoined = (index: number) =>
    /^[-/]$/.test(tokens[index]?.source ?? "") && tokens[index - 1]?.end === tokens[index]?.start;
  let [first, last] = [at, at];
  while (isJoined(first - 1) && isNumber(first - 2)) first -= 2;
  while (isJoined(last + 1) && isNumber(last + 2)) last += 2;
  if (first === last) return undefined;
  const parts = tokens.slice(first, last + 1).filter((_, index) => index % 2 === 0);
  const date = parts.map(({ source }) => source).join("-");
  const hint = `write a date in quotes: '${date}', or date('${date}')`;
  return { span: { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }, hint };
}

/** Forms that are recognized by their position. */
function foreignPlace(place: Place): ForeignForm | undefined {
  const { tokens, at } = place;
  const token = tokens[at];
  const hint = token === undefined ? hintAtEnd(tokens.at(-1)) : placeHint(token, place);
  const { start, end } = token ?? { start: 0, end: 0 };
  return hint === undefined ? undefined : { span: { start, end }, hint };
}

/** An example of what may follow the last keyword. */
function hintAtEnd(last: Token | undefined): string | undefined {
  if (last?.type !== "keyword") return undefined;
  return new Map([
    ["AS", "for example AS name"],
    ["RETURN", "for example RETURN n.name, count(*)"],
    ["WITH", "for example WITH n, count(*) AS claims"],
    ["MATCH", "for example MATCH (a)-[r]->(b)"],
    ["WHERE", "for example WHERE n.name = 'Xi'"],
    ["BY", "for example ORDER BY n.name DESC"],
  ]).get(last.text);
}

function placeHint(token: Token, place: Place): string | undefined {
  const { tokens, at, expected } = place;
  const before = tokens[at - 1];
  const { text, type, source } = token;
  if ((text === "ORDER" || text === "SKIP" || text === "LIMIT") && expected.includes(CLAUSE))
    return AFTER_RETURN;
  if (text === "WHERE" && expected.includes("LIMIT")) return "WHERE comes before RETURN, after MATCH or WITH";
  if (text === "WHERE" && expected.includes(CLAUSE))
    return "only one WHERE is allowed: join conditions with AND";
  if (text === "WHERE") return whereInPattern(place);
  if (text === "IS" && expected.includes('")"')) return "a label is written with a colon: (n:Person)";
  if (text === "|" && tokens[at - 2]?.text === ":")
    return "for one of several labels, write WHERE n:Person OR n:Country";
  if ((text === "AND" || text === "OR") && expected.includes("WHERE"))
    return "join patterns with a comma, and write conditions after WHERE";
  if ((text === "AND" || text === "OR") && expected.includes('")"'))
    return "a node pattern has one name; for several, write WHERE n.name IN ['Xi', 'Putin']";
  if (text === ",") return commaHint(place);
  if (isWord(token, "ACCORDING")) return 'ACCORDING TO "Zelensky" comes after the pattern and before WHERE';
  if (expected.includes("a name in quotes") && type === "identifier" && before?.source.toUpperCase() === "TO")
    return `write the name in quotes: "${source}"`;
  if (expected.includes('":"') && expected.length === 1 && type !== "identifier")
    return "write a map as {key: value}, and other comparisons after WHERE";
  if (before?.text === ",") return "add an item after the comma, or delete the comma";
  if (type === "integer" && expected.length === 1 && expected[0] === "a label")
    return "write a slice of a list with two dots: x[1..3]";
  if (type === "string" && !expected.includes("an expression")) return unquotedHint(source, expected);
  return patternHint(place) ?? secondWordHint(place);
}

function whereInPattern({ expected }: Place): string | undefined {
  return expected.includes("properties such as {name: 'Xi'}")
    ? "WHERE comes after the pattern: MATCH (n) WHERE n.age > 1"
    : undefined;
}

/** The hint depends on the clause that the comma is in. */
function commaHint({ tokens, at }: Place): string | undefined {
  const clause = tokens
    .slice(0, at)
    .findLast(({ text }) => text === "WHERE" || text === "LIMIT" || text === "RETURN");
  if (clause?.text === "WHERE") return "join conditions with AND";
  return clause?.text === "LIMIT" ? "write SKIP 10 LIMIT 5" : undefined;
}

const RELATIONSHIP_HINT = "a relationship is written --, --> or -[r:MEETS]->";

/** Hints for malformed nodes and relationships. */
function patternHint({ tokens, at, expected }: Place): string | undefined {
  const [before, earlier] = [tokens[at - 1], tokens[at - 2]];
  const text = tokens[at]?.text ?? "";
  if (expected.includes('"["') && (before?.text === "-" || before?.type.startsWith("pattern")))
    return RELATIONSHIP_HINT;
  if (text === "[" && before?.text === "-")
    return "write details inside the line: -[r:MEETS]->, with a node between two relationships";
  if (expected.includes('"-"') && before?.text === "]" && text !== "")
    return `${RELATIONSHIP_HINT}; for several steps, write -[*1..3]-`;
  if (text === "-" && earlier?.text === "*") return "a range is written with two dots: *1..3";
  if (text === "+" && expected.includes('"]"')) return "for one or more steps, write * as in -[:MEETS*]->";
  if (
    expected.length === 1 &&
    expected[0] === '"="' &&
    text !== "(" &&
    (earlier?.text === "MATCH" || earlier?.text === "CREATE")
  )
    return "a node is written in round brackets: (n)";
  return undefined;
}

/** Hint for a label, key or column in quotes. */
function unquotedHint(source: string, expected: readonly string[]): string | undefined {
  const isName = ["a label", "a relationship type", "a property key", "a variable"].some((one) =>
    expected.includes(one),
  );
  return isName
    ? `a name is written without quotes: ${printableLine(printName(source.slice(1, -1)))}`
    : undefined;
}

/** Hint for a second word after a complete name. */
function secondWordHint({ tokens, at, expected }: Place): string | undefined {
  const [token, before, earlier] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (token?.type !== "identifier" || before?.type !== "identifier") return undefined;
  if (expected.includes("AS"))
    return `write AS before another name for the column: AS ${printableLine(token.source)}`;
  if (earlier?.text !== "AS" && earlier?.text !== "." && earlier?.text !== ":") return undefined;
  return `write a name of two words in backquotes: \`${printableLine(`${before.source} ${token.source}`)}\``;
}
