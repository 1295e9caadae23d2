import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";

/** Long, deep or malformed queries: each must end quickly, with rows or a CypherError. */
const LONG = 10_000;

/** The outcome of a query: its only value, or the code of its error. */
function ending(text: string): unknown {
  const engine = new Engine();
  try {
    return engine.run(text).rows[0]?.[0];
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    expect(error.render()).not.toBe("");
    return error.code;
  }
}

describe("chains of thousands", () => {
  test.each<[string, string, unknown]>([
    ["AND", `RETURN true${" AND true".repeat(LONG)}`, true],
    ["OR", `RETURN false${" OR false".repeat(LONG)}`, false],
    ["XOR", `RETURN true${" XOR true".repeat(3000)}`, true],
    ["comparisons", `RETURN 1${" = 1".repeat(3000)}`, true],
    ["+", `RETURN 1${" + 1".repeat(2 * LONG)}`, 2 * LONG + 1],
    ["NOT", `RETURN ${"NOT ".repeat(LONG)}true`, true],
    ["minus", `RETURN ${"- ".repeat(LONG)}1`, 1],
    ["IS NULL", `RETURN 1${" IS NULL".repeat(3000)}`, false],
    ["properties", `WITH {a: null} AS m RETURN m${".a".repeat(3000)}`, null],
    ["indexes", `WITH null AS m RETURN m${"[0]".repeat(3000)}`, null],
    ["WITH", `WITH 1 AS x ${"WITH x ".repeat(3000)}RETURN x`, 1],
    ["a list", `RETURN size([1${", 1".repeat(LONG)}])`, LONG + 1],
    ["a path", `MATCH (a)${"-->()".repeat(1000)} RETURN count(*)`, 0],
    ["patterns", `MATCH (a)${", (a)".repeat(1000)} RETURN count(*)`, 0],
    ["UNION", `RETURN 1 AS x${" UNION RETURN 1 AS x".repeat(1000)}`, 1],
  ])("%s", (_, text, expected) => {
    expect(ending(text)).toBe(expected);
  });

  test("4,000 clauses", () => {
    const engine = new Engine();
    engine.run(Array.from({ length: 4000 }, (_, i) => `CREATE (n${i}:T {i: ${i}})`).join(" "));
    expect(engine.run("MATCH (n:T) RETURN count(*), sum(n.i)").rows).toEqual([[4000, 7_998_000]]);
  });
});

describe("nesting", () => {
  test.each<[string, (inner: string) => string]>([
    ["parentheses", (inner) => `(${inner})`],
    ["lists", (inner) => `[${inner}]`],
    ["maps", (inner) => `{a: ${inner}}`],
    ["calls", (inner) => `coalesce(${inner})`],
    ["CASE", (inner) => `CASE WHEN true THEN ${inner} END`],
    ["comprehensions", (inner) => `[x IN [1] | ${inner}]`],
    ["quantifiers", (inner) => `any(x IN [1] WHERE x = ${inner})`],
    ["reduce", (inner) => `reduce(a = 0, x IN [1] | ${inner})`],
  ])("%s may be nested deeply, up to a limit", (_, wrap) => {
    const nested = (depth: number) =>
      `RETURN ${Array.from({ length: depth }).reduce<string>(wrap, "1")} AS x`;
    expect(ending(nested(60))).not.toBe("NestingTooDeep");
    expect(ending(nested(500))).toBe("NestingTooDeep");
  });

  const OPERATORS = "(true OR false XOR true AND 1 = 1 + 2 * 3 ^ size([";
  test.each<[string, string, string, number, number]>([
    ["operators", "(1 + 2 * 3 ^ - ", ")", 99, 180],
    ["operators of all levels", OPERATORS, "]))", 30, 60],
    ["subqueries", "EXISTS { MATCH () WHERE ", " }", 149, 180],
    ["patterns", "1 + size([()-->() | ", "])", 70, 90],
  ])("of %s has the same depth limit, and the error has a place", (_, open, close, depth, more) => {
    const nested = (levels: number) => `RETURN ${open.repeat(levels)}1 = 1${close.repeat(levels)} AS x`;
    expect(ending(nested(depth))).not.toBe("NestingTooDeep");
    const tooDeep = nested(more);
    expect(() => new Engine().run(tooDeep)).toThrow(/expressions are nested more than 300 deep here/);
    try {
      new Engine().run(tooDeep);
    } catch (error) {
      const { span } = error as CypherError;
      expect(span?.start).toBeGreaterThan(open.length);
      expect(span?.end).toBeLessThan(tooDeep.length);
    }
  });
});

describe("unusual queries", () => {
  test.each<[string, string, unknown]>([
    ["an empty text", "", "UnexpectedSyntax"],
    ["whitespace", " \n\t\u3000", "UnexpectedSyntax"],
    ["a megabyte", `RETURN '${"x".repeat(1_000_000)}'`, "QueryTooLong"],
    ["a quarter of a megabyte", `RETURN size('${"x".repeat(250_000)}')`, 250_000],
    ["NUL", "RETURN \0", "UnexpectedSyntax"],
    ["NUL in a string", "RETURN size('a\0b')", 3],
    ["a lone surrogate", "RETURN \ud800", "InvalidUnicodeCharacter"],
    ["a lone surrogate in a string", "RETURN size('\ud800')", 1],
    ["a lone surrogate in a name", "WITH 1 AS `\udc00` RETURN `\udc00`", 1],
    ["a byte order mark", "\ufeffRETURN 1", 1],
    ["unclosed parentheses", "(".repeat(100_000), "NestingTooDeep"],
    ["an unclosed string", `RETURN '${"\\'".repeat(50_000)}`, "UnexpectedSyntax"],
    ["an unclosed comment", `RETURN 1 /*${"*".repeat(100_000)}`, "UnexpectedSyntax"],
    ["a number with many digits", `RETURN ${"9".repeat(100_000)}`, "IntegerOverflow"],
    ["a name with many letters", `RETURN ${"a".repeat(100_000)}`, "UndefinedVariable"],
    ["a line with many tabs", `${"\t".repeat(100_000)}RETURN`, "UnexpectedSyntax"],
  ])("%s", (_, text, expected) => {
    expect(ending(text)).toBe(expected);
  });
});
