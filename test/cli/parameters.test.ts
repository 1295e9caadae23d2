import { describe, expect, test } from "vitest";
import { parseAssignment, parseParameterValue } from "../../src/cli/parameters.ts";
import { Float } from "../../src/values/float.ts";

describe("parameters of the command line", () => {
  test.each([
    ["10", 10],
    ["-3", -3],
    ["1.0", new Float(1)],
    ["0.5", 0.5],
    ["1e3", new Float(1000)],
    ["true", true],
    ["null", null],
    ['"10"', "10"],
    ['["a", 1, {"b": null}]', ["a", 1, { b: null }]],
    ["[2.0, 9007199254740993]", [new Float(2), 9_007_199_254_740_993n]],
    ['{"a": [1e3, "2.0", 2]}', { a: [new Float(1000), "2.0", 2] }],
    ["Xi Jinping", "Xi Jinping"],
    ["[not json", "[not json"],
    ["007", "007"],
    ["", ""],
    [" Xi ", " Xi "],
  ])("%j is %o", (text, value) => {
    expect(parseParameterValue(text)).toEqual(value);
  });

  test("an integer beyond 2^53 keeps its digits", () => {
    expect(parseParameterValue("9223372036854775807")).toBe(9_223_372_036_854_775_807n);
  });

  test("an integer beyond 64 bits keeps its digits too, for the engine to refuse", () => {
    expect(parseParameterValue("[9223372036854775808]")).toEqual([9_223_372_036_854_775_808n]);
  });

  test.each([`${"[".repeat(100_000)}${"]".repeat(100_000)}`, `${'{"a":'.repeat(201)}1.0${"}".repeat(201)}`])(
    "JSON that is nested too deeply is refused, and not taken as text",
    (text) => {
      expect(() => parseParameterValue(text)).toThrow("nested more than 200 levels deep");
    },
  );

  test("the name ends at the first =, and may begin with $", () => {
    expect(parseAssignment("who=Xi=1")).toEqual(["who", "Xi=1"]);
    expect(parseAssignment("$n=1")).toEqual(["n", 1]);
  });

  test.each(["", "who", "=1", "$=1"])("%j is refused with an example", (text) => {
    expect(() => parseAssignment(text)).toThrow(/write name=value/);
  });
});
