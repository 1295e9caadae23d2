import { expect, test } from "vitest";
import { didYouMean, nearestNames, oneOf } from "../../src/diagnostics/nearest-names.ts";

const NAMES = ["Zelensky", "Xi Jinping", "Vladimir Putin", "Peskov", "MEETS", "meet", "Moscow"];

test.each([
  ["a letter too few", "Zelnsky", ["Zelensky"]],
  ["a letter too many", "Zelennsky", ["Zelensky"]],
  ["another letter", "Zelemsky", ["Zelensky"]],
  ["two letters in the wrong order", "Zelesnky", ["Zelensky"]],
  ["other case", "zelensky", ["Zelensky"]],
  ["the beginning of a name", "Vladimir", ["Vladimir Putin"]],
  ["nothing like it", "Quito", []],
  ["too short to begin a name with", "Vl", []],
])("%s", (_, name, expected) => {
  expect(nearestNames(name, NAMES)).toEqual(expected);
});

test("the nearest comes first, then by name, and no more than wanted", () => {
  expect(nearestNames("meets", NAMES)).toEqual(["MEETS", "meet"]);
  expect(nearestNames("ab", ["ad", "ac", "ab", "aa"])).toEqual(["ab", "aa", "ac"]);
  expect(nearestNames("ab", ["ad", "ac"], 1)).toEqual(["ac"]);
});

test("a name that is offered twice is given once", () => {
  expect(nearestNames("Moskow", ["Moscow", "Moscow"])).toEqual(["Moscow"]);
});

test("a question for people", () => {
  expect(didYouMean("Moskow", NAMES)).toBe("did you mean Moscow?");
  expect(didYouMean("meets", NAMES)).toBe("did you mean MEETS or meet?");
  expect(didYouMean("Quito", NAMES)).toBeUndefined();
  expect(oneOf(["a", "b", "c"])).toBe("a, b or c");
  expect(oneOf([])).toBe("");
});

test("long names are compared in little time", () => {
  const long = "x".repeat(100_000);
  expect(nearestNames(long, [`y${"z".repeat(10)}`, "x"])).toEqual([]);
});
