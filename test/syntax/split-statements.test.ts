import { describe, expect, test } from "vitest";
import { isIncomplete, splitStatements } from "../../src/syntax/split-statements.ts";

describe("statements are split at semicolons", () => {
  test.each<[string, string, string[]]>([
    ["one", "RETURN 1", ["RETURN 1"]],
    ["one, closed", "RETURN 1;", ["RETURN 1"]],
    ["two", "RETURN 1; RETURN 2", ["RETURN 1", " RETURN 2"]],
    ["nothing between", ";;RETURN 1;;", ["RETURN 1"]],
    ["white space and comments only", " ; // a\n ; /* b */ ;", []],
    ["an empty text", "", []],
    ["a semicolon in a string", "RETURN ';'; RETURN \";\"", ["RETURN ';'", ' RETURN ";"']],
    ["a semicolon in a name", "MATCH (`;`) RETURN 1;", ["MATCH (`;`) RETURN 1"]],
    [
      "a semicolon in a comment",
      "RETURN 1 // a; b\n; RETURN 2 /* ; */",
      ["RETURN 1 // a; b\n", " RETURN 2 /* ; */"],
    ],
    [
      "an unclosed string is one statement with the rest",
      "RETURN 1; RETURN 'a; RETURN 2",
      ["RETURN 1", " RETURN 'a; RETURN 2"],
    ],
  ])("%s", (_, text, statements) => {
    expect(splitStatements(text)).toEqual(statements);
  });
});

describe("incomplete: more input could complete the text", () => {
  test.each([
    "MATCH (n",
    "MATCH (n) RETURN",
    "MATCH (n) RETURN n,",
    "RETURN 1 +",
    "RETURN 'abc",
    'RETURN "abc',
    "RETURN `abc",
    "RETURN 1 /* note",
    "RETURN [1, 2",
    "RETURN 1 + // more\n",
  ])("%j", (text) => {
    expect(isIncomplete(text)).toBe(true);
  });
});

describe("complete, or an error before the end", () => {
  test.each([
    "RETURN 1",
    "MATCH (n) RETURN n;",
    "MATCH (n)) RETURN",
    "RETRUN 1",
    "RETURN 007",
    "RETURN 'a\\u12'",
  ])("%j", (text) => {
    expect(isIncomplete(text)).toBe(false);
  });
});
