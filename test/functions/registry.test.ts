import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FUNCTIONS, findFunction } from "../../src/functions/registry.ts";
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

  test("has the number of arguments of its signature", () => {
    for (const { signature, minimumArguments, maximumArguments, name } of FUNCTIONS) {
      const written = signature.slice(name.length + 1, signature.lastIndexOf(")"));
      const [required = "", ...optional] = written.split("[");
      const count = (text: string) => (text.match(/:/g) ?? []).length;
      expect({ name, minimumArguments }).toEqual({ name, minimumArguments: count(required) });
      if (written.includes("…")) continue;
      const most = count(required) + count(optional.join(""));
      expect({ name, maximumArguments }).toEqual({ name, maximumArguments: most });
    }
  });
});
