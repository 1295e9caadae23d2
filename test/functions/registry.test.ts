import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FUNCTIONS, findFunction } from "../../src/functions/registry.ts";
import { argumentRange } from "../../src/functions/signature.ts";
import { readCases } from "../cases/read-cases.ts";

const CASES = join(import.meta.dirname, "../cases");
const QUERIES = readdirSync(CASES)
  .filter((name) => name.endsWith(".case"))
  .flatMap((file) => readCases(readFileSync(join(CASES, file), "utf8")))
  .map(({ query }) => query);

describe("every function", () => {
  test.each(FUNCTIONS.map(({ name }) => name))("%s is called in the case files at least twice", (name) => {
    const call = new RegExp(`(?<![\\w.])${name.replaceAll(".", "\\.")}\\(`, "gi");
    expect(QUERIES.flatMap((query) => query.match(call) ?? []).length).toBeGreaterThanOrEqual(2);
  });

  test("is found only by its exact name, ignoring case", () => {
    for (const definition of FUNCTIONS) {
      expect(findFunction(definition.name.toUpperCase())).toBe(definition);
      expect(findFunction(` ${definition.name}`)).toBeUndefined();
    }
  });

  test("has a signature that begins with its name, and a description that is a sentence", () => {
    for (const { name, signature, description } of FUNCTIONS) {
      expect(signature.startsWith(`${name}(`)).toBe(true);
      expect(signature).toMatch(/\) :: /);
      expect(description).toMatch(/^\S.*\.$/s);
    }
  });

  test.each([
    ["size(value: List | String) :: Integer", 1, 1],
    ["pi() :: Float", 0, 0],
    ["coalesce(value: Any, …) :: Any", 1, Number.POSITIVE_INFINITY],
    ["range(from: Any, to: Any [, step: Any]) :: List", 2, 3],
    ["date([input: String | Map]) :: Date", 0, 1],
    ["date.truncate(unit: String [, value: Date [, components: Map]]) :: Date", 1, 3],
  ])("takes as many arguments as its signature shows: %s", (signature, minimum, maximum) => {
    expect(argumentRange({ signature })).toEqual({ minimum, maximum });
  });
});
