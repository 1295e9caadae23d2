import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Float } from "../../src/values/float.ts";
import { fromJavaScript } from "../../src/values/from-javascript.ts";
import { valueText } from "../../src/values/value-text.ts";

describe("a JavaScript value as a Cypher value", () => {
  test.each<[string, unknown, string]>([
    ["undefined", undefined, "null"],
    ["a whole number", 5, "5"],
    ["a fraction", 0.5, "0.5"],
    ["a number beyond the safe integers", 2 ** 60, "1152921504606847000.0"],
    ["minus zero", -0, "-0.0"],
    ["NaN", Number.NaN, "NaN"],
    ["a small bigint", 5n, "5"],
    ["a large bigint", 2n ** 60n, "1152921504606846976"],
    ["a boxed float", new Float(2), "2.0"],
    ["a date", new Date(Date.UTC(2025, 4, 9, 7)), "'2025-05-09T07:00Z'"],
    ["a list", [1, [undefined, "a"]], "[1, [null, 'a']]"],
    ["a set", new Set([1, 2]), "[1, 2]"],
    ["a typed array", new Uint8Array([1, 2]), "[1, 2]"],
    ["an array of bigints", new BigInt64Array([1n, 2n ** 62n]), "[1, 4611686018427387904]"],
    [
      "a map",
      new Map<unknown, unknown>([
        ["a", 1],
        [2, "b"],
      ]),
      "{`2`: 'b', a: 1}",
    ],
    ["an object without a prototype", Object.assign(Object.create(null), { a: { b: 1n } }), "{a: {b: 1}}"],
    [
      "a key called __proto__",
      JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}'),
      "{__proto__: {x: 1}, constructor: 2}",
    ],
  ])("%s", (_, value, text) => {
    expect(valueText(fromJavaScript(value))).toBe(text);
  });
});

describe("a JavaScript value without a counterpart", () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  test.each<[string, unknown]>([
    ["a function", () => 1],
    ["a symbol", Symbol("x")],
    ["a function in a list", [() => 1]],
    ["a list that contains itself", cyclic],
    ["a bigint of more than 64 bits", 2n ** 63n],
    ["an invalid date", new Date(Number.NaN)],
  ])("%s", (_, value) => {
    expect(() => fromJavaScript(value)).toThrow(CypherError);
    expect(() => fromJavaScript(value)).toThrow(/has no Cypher counterpart/);
  });
});
