import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import type { Name, Statement, Variable } from "../../src/syntax/ast.ts";
import { RESERVED_WORDS } from "../../src/syntax/keywords.ts";
import { mapTree } from "../../src/syntax/map-tree.ts";
import { parseAll } from "../../src/syntax/parse.ts";
import { printStatement } from "../../src/syntax/print-tree.ts";
import { treeText } from "../cases/tree-text.ts";
import { runs } from "../random-runs.ts";
import { arbitraryParts } from "./arbitrary-statement.ts";

/** Keywords, reserved or not. */
const WORDS = [
  ...RESERVED_WORDS,
  ..."ACCORDING ALLSHORTESTPATHS ANY CALL COUNT EXPLAIN EXTRACT FILTER NONE PROFILE REDUCE SHORTESTPATH SINGLE TO YIELD".split(
    " ",
  ),
];

const LITERALS = ["TRUE", "FALSE", "NULL"];
const OPENERS = ["CASE", "NOT"];

/**
 * A place for a name, and the words that need backquotes there. Only literals are refused, and words that begin an
 * operand or are keywords in that place.
 */
const PLACES: readonly [place: string, text: string, refused: readonly string[]][] = [
  ["a node", "MATCH (§) RETURN 1", LITERALS],
  ["a node with a label", "MATCH (§:Person) RETURN 1", LITERALS],
  ["a node with properties", "MATCH (§ {x: 1}) RETURN 1", [...LITERALS, ...OPENERS]],
  ["a node with a name", 'MATCH (§ "Xi") RETURN 1', [...LITERALS, ...OPENERS]],
  ["the second node", "MATCH (a)-->(§) RETURN 1", LITERALS],
  ["a node of a pattern alone", "(§)-->(b)", LITERALS],
  ["a node in a shortest path", "MATCH p = shortestPath((§)-[*]-(b)) RETURN 1", LITERALS],
  ["a relationship", "MATCH (a)-[§]-(b) RETURN 1", LITERALS],
  ["a relationship with a type", "MATCH (a)-[§:MEETS]-(b) RETURN 1", LITERALS],
  ["a variable-length relationship", "MATCH (a)-[§*1..2]-(b) RETURN 1", LITERALS],
  ["a path", "MATCH § = (a)-->(b) RETURN 1", LITERALS],
  ["a node to create", "CREATE (§:Person {x: 1}) RETURN 1", LITERALS],
  ["a node to merge", "MERGE (§) ON CREATE SET §.x = 1 ON MATCH SET §.y = 2 RETURN 1", LITERALS],
  ["an alias", "RETURN 1 AS §", LITERALS],
  ["an alias before ORDER BY", "RETURN 1 AS § ORDER BY §", [...LITERALS, ...OPENERS]],
  ["an alias before a comma", "WITH 1 AS §, 2 AS b RETURN b", LITERALS],
  ["an alias before CALL", "WITH 1 AS § CALL f() YIELD x RETURN 1", LITERALS],
  ["UNWIND", "UNWIND [1] AS § RETURN 1", LITERALS],
  ["a variable with a property", "RETURN §.x", LITERALS],
  ["a variable with a label", "MATCH (a) WHERE §:Person RETURN 1", LITERALS],
  ["a variable between operators", "RETURN 1 + § = 2 AND a < § OR x", [...LITERALS, ...OPENERS]],
  ["a variable that ends an item", "RETURN 1 + §, 2", LITERALS],
  ["a variable with an alias", "RETURN § AS a", LITERALS],
  ["a variable in parentheses", "RETURN (§)", LITERALS],
  ["a variable before a clause", "WITH a WHERE a = § RETURN 1", [...LITERALS, ...OPENERS]],
  ["a variable that ends the text", "RETURN 1, §", [...LITERALS, ...OPENERS]],
  ["the first item of RETURN", "RETURN §, 1", LITERALS],
  ["the only item of RETURN", "RETURN §;", LITERALS],
  ["the only item of WITH", "WITH § RETURN 1", [...LITERALS, ...OPENERS, "DISTINCT"]],
  ["DISTINCT and a variable", "RETURN DISTINCT §, 1", LITERALS],
  ["a list", "RETURN [§, 1, §]", LITERALS],
  ["an index", "RETURN a[§]", LITERALS],
  ["a variable with an index", "RETURN §[0]", [...LITERALS, ...OPENERS, "DISTINCT"]],
  ["a slice", "RETURN a[§..§]", LITERALS],
  ["a value of a map", "RETURN {a: §}", LITERALS],
  ["a map projection", "RETURN § {.x, .*, y: 1, z}", [...LITERALS, ...OPENERS, "DISTINCT"]],
  ["an item of a map projection", "RETURN a {§, .x}", LITERALS],
  ["an argument", "RETURN f(§, 1)", LITERALS],
  ["the only argument", "RETURN f(§)", [...LITERALS, "DISTINCT"]],
  ["a DISTINCT argument", "RETURN count(DISTINCT §)", LITERALS],
  ["a null check", "RETURN § IS NOT NULL", [...LITERALS, ...OPENERS, "DISTINCT"]],
  ["the subject of CASE", "RETURN CASE § WHEN 1 THEN 2 END", [...LITERALS, ...OPENERS, "AS", "WHEN"]],
  ["a condition of CASE", "RETURN CASE WHEN § = 1 THEN 2 END", LITERALS],
  ["a result of CASE", "RETURN CASE WHEN a THEN § ELSE § END", [...LITERALS, ...OPENERS]],
  ["the variable of a comprehension", "RETURN [§ IN a WHERE a > 1 | 2]", LITERALS],
  ["the list of a comprehension", "RETURN [a IN § | §]", LITERALS],
  ["the variable of a quantifier", "RETURN all(§ IN a WHERE a > 1)", LITERALS],
  ["the variable of another quantifier", "RETURN any(§ IN a WHERE a > 1)", [...LITERALS, "DISTINCT"]],
  ["the variables of reduce", "RETURN reduce(§ = 0, b IN a | § + b)", [...LITERALS, ...OPENERS]],
  ["a pattern in an expression", "MATCH (a) WHERE (§)-->() RETURN 1", LITERALS],
  ["a pattern comprehension", "RETURN [§ = (a)-->(b) | 1]", LITERALS],
  ["EXISTS", "RETURN EXISTS { MATCH (§) RETURN 1 }", LITERALS],
  ["EXISTS and a pattern", "RETURN EXISTS { (§)-->() }", LITERALS],
  ["ORDER BY", "RETURN a ORDER BY § DESC, §", [...LITERALS, ...OPENERS]],
  ["SET of a property", "MATCH (a) SET §.x = 1, §.y = 2", LITERALS],
  ["SET of a variable", "MATCH (a) SET § = {}", LITERALS],
  ["SET of labels", "MATCH (a) SET §:Person", LITERALS],
  ["REMOVE", "MATCH (a) REMOVE §.x, §:Person", LITERALS],
  ["DELETE", "MATCH (a) DELETE a, §", [...LITERALS, ...OPENERS]],
  ["a label", "MATCH (a:§) RETURN 1", []],
  ["a label between labels", "MATCH (a:A:§:B {x: 1}) RETURN 1", []],
  ["a label before properties", "MATCH (a:§ {x: 1}) RETURN 1", []],
  ["a label in an expression", "MATCH (a) WHERE a:§ AND a.x = 1 RETURN 1", []],
  ["a type", "MATCH (a)-[:§]-(b) RETURN 1", []],
  ["one of several types, with a length", "MATCH (a)-[:A|§*1..2 {x: 1}]-(b) RETURN 1", []],
  ["a key", "RETURN a.§ + 1 AS x", []],
  ["a key of a key", "RETURN a.§.§", []],
  ["a key of a map", "RETURN {§: 1, x: 2, §: 3}", []],
  ["a key of a pattern", "MATCH ({§: 1}) RETURN 1", []],
  ["a key of a map projection", "RETURN a {.§, §: 1}", []],
  ["a key to set", "MATCH (a) SET a.§ = 1", []],
  ["a procedure", "CALL §()", []],
  ["a procedure without parentheses", "CALL § YIELD a RETURN a", []],
  ["a part of a procedure's name", "CALL a.§.§(1) YIELD b RETURN b", []],
  ["a function's last name", "RETURN a.§(1)", []],
  ["a column", "CALL f() YIELD §, b RETURN b", LITERALS],
  ["a column with an alias", "CALL f() YIELD § AS a, b AS § RETURN a", LITERALS],
];

/** The tree, or the hint of the error. */
function read(text: string): Statement | string {
  try {
    const readings = parseAll(text);
    expect({ text, readings: readings.length }).toEqual({ text, readings: 1 });
    return readings[0] as Statement;
  } catch (error) {
    if (error instanceof CypherError) return error.hint ?? error.message;
    throw error;
  }
}

describe("a word as a name", () => {
  test.each(PLACES)("%s", (_, text, refused) => {
    for (const word of WORDS.flatMap((one, at) => (at % 2 === 0 ? [one] : [one.toLowerCase()]))) {
      const plain = text.replaceAll("§", word);
      const quoted = read(text.replaceAll("§", `\`${word}\``));
      const met = read(plain);
      if (refused.includes(word.toUpperCase())) {
        // The word is a value, an error whose hint shows the name in backquotes, or another valid reading.
        expect({ plain, tree: treeText(met) }).not.toEqual({ plain, tree: treeText(quoted) });
        if (typeof met === "string")
          expect({ plain, met }).toEqual({ plain, met: expect.stringContaining(`\`${word}\``) });
        continue;
      }
      expect({ plain, tree: treeText(met) }).toEqual({ plain, tree: treeText(quoted) });
      const printed = read(printStatement(met as Statement));
      expect({ plain, tree: treeText(printed) }).toEqual({ plain, tree: treeText(met) });
    }
  });
});

/**
 * Words that are always names where they are read as names. Not IN: in `[NOT in[0]]`, `NOT` is the name.
 */
const SAFE_WORDS = WORDS.filter(
  (word) => ![...LITERALS, ...OPENERS, "AS", "DISTINCT", "EXISTS", "IN", "WHEN"].includes(word),
).map((word) => word.toLowerCase());

test("without backquotes around reserved words, a statement is the same, or an error", () => {
  fc.assert(
    fc.property(
      arbitraryParts.statement,
      fc.infiniteStream(fc.constantFrom(...SAFE_WORDS)),
      (statement, words) => {
        const named = new Map<string, string>();
        const rename = (name: string) => {
          if (!named.has(name)) named.set(name, words.next().value);
          return named.get(name);
        };
        const renamed = mapTree(statement, (node) => {
          if ("kind" in node && node.kind === "Variable")
            return { ...node, name: rename((node as Variable).name) };
          if ("kind" in node && node.kind === "Name") return { ...node, text: rename((node as Name).text) };
          return node;
        });
        const quoted = printStatement(renamed);
        const plain = quoted.replace(/`(\w+)`(?!\()/g, "$1");
        const met = read(plain);
        if (typeof met === "string") return;
        expect({ plain, tree: treeText(met) }).toEqual({ plain, tree: treeText(renamed) });
      },
    ),
    { numRuns: runs(50) },
  );
});
