import { resolve } from "node:path";
import { expect, test } from "vitest";
import { KINDS } from "./kinds.ts";

/** A small part of what `npm run fuzz -- --kind KIND` does, with enough inputs for most outcomes. */
const RUNS = [
  { name: "annotations", seed: 1, count: 60, loaded: "loaded" },
  { name: "csv", seed: 4, count: 400, loaded: "graph" },
  { name: "jsonl", seed: 1, count: 400, loaded: "graph" },
] as const;

test.each(RUNS)(
  "random $name end in a graph or in faults with a place",
  async ({ name, seed, count, loaded }) => {
    const kind = KINDS.get(name)?.(resolve(import.meta.dirname, "../.."));
    const outcomes = new Map<string, number>();
    const violations: object[] = [];
    for (let number = 0; number < count; number++) {
      const input = kind?.input(seed, number);
      const check = await input?.check();
      if (check === undefined) continue;
      outcomes.set(check.outcome, (outcomes.get(check.outcome) ?? 0) + 1);
      if (check.violations.length > 0) violations.push({ number, text: input?.text, ...check });
    }
    expect(violations).toEqual([]);
    // Both outcomes are frequent: files are neither all refused nor all accepted.
    expect(outcomes.get(loaded)).toBeGreaterThan(count / 10);
    expect(outcomes.get(loaded)).toBeLessThan((count * 9) / 10);
  },
);
