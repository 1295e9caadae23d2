import { expect, test } from "vitest";
import { didYouMean, nearestNames, oneOf } from "../../src/diagnostics/nearest-names.ts";

const NAMES = ["Zelensky", "Xi Jinping", "Vladimir Putin", "Peskov", "MEETS", "meet", "Moscow"];

test.each([
  ["a missing letter", "Zelnsky", ["Zelensky"]],
  ["an extra letter", "Zelennsky", ["Zelensky"]],
  ["a wrong letter", "Zelemsky", ["Zelensky"]],
  ["two letters in the wrong order", "Zelesnky", ["Zelensky"]],
  ["other case", "zelensky", ["Zelensky"]],
  ["the beginning of a name", "Vladimir", ["Vladimir Putin"]],
  ["no similar name", "Quito", []],
  ["too short for the beginning of a name", "Vl", []],
])("%s", (_, name, expected) => {
  expect(nearestNames(name, NAMES)).toEqual(expected);
});

test("sorted by distance, then by name, and limited", () => {
  expect(nearestNames("meets", NAMES)).toEqual(["MEETS", "meet"]);
  expect(nearestNames("ab", ["ad", "ac", "ab", "aa"])).toEqual(["ab", "aa", "ac"]);
  expect(nearestNames("ab", ["ad", "ac"], 1)).toEqual(["ac"]);
});

test("duplicate candidates are returned once", () => {
  expect(nearestNames("Moskow", ["Moscow", "Moscow"])).toEqual(["Moscow"]);
});

test("the names as a question", () => {
  expect(didYouMean("Moskow", NAMES)).toBe("did you mean Moscow?");
  expect(didYouMean("meets", NAMES)).toBe("did you mean MEETS or meet?");
  expect(didYouMean("Quito", NAMES)).toBeUndefined();
  expect(oneOf(["a", "b", "c"])).toBe("a, b or c");
  expect(oneOf([])).toBe("");
});

test("long names are compared quickly", () => {
  const long = "x".repeat(100_000);
  expect(nearestNames(long, [`y${"z".repeat(10)}`, "x"])).toEqual([]);
});
