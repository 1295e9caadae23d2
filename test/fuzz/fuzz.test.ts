import { resolve } from "node:path";
import { expect, test } from "vitest";
import { runs } from "../random-runs.ts";
import { checkQuery } from "./check-query.ts";
import { readCorpus } from "./corpus.ts";
import { LONG_TEXTS } from "./long-texts.ts";
import { randomQuery } from "./random-query.ts";

/** Number of texts: a small part of what `npm run fuzz` does. */
const COUNT = runs(250);
const corpus = readCorpus(resolve(import.meta.dirname, "../.."));

test("random and mutated texts end in rows or a CypherError, within their limits", () => {
  const outcomes = new Set<string>();
  const violations: object[] = [];
  for (let number = 0; number < COUNT; number++) {
    const query = randomQuery(corpus, 1, number);
    const check = checkQuery(query);
    outcomes.add(check.outcome);
    if (check.violations.length > 0) violations.push({ number, ...query, ...check });
  }
  expect(violations).toEqual([]);
  // The texts are varied: some return rows, some fail at runtime, and many error codes occur.
  expect(outcomes).toContain("rows");
  expect(outcomes).toContain("InvalidArgumentValue");
  expect(outcomes.size).toBeGreaterThan(20);
});

test("a seed gives the same texts every time, and another seed others", () => {
  const texts = (seed: number) =>
    Array.from({ length: 50 }, (_, number) => randomQuery(corpus, seed, number));
  expect(texts(1)).toEqual(texts(1));
  expect(texts(1)).not.toEqual(texts(2));
});

/** Long enough to notice quadratic time, and for recursion to overflow the stack. */
const LENGTH = 1500;

test.each(Object.entries(LONG_TEXTS))("a long query ends within its limits: %s", (_, text) => {
  expect(checkQuery({ text: text(LENGTH), graph: [] }).violations).toEqual([]);
});
