import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../random-runs.ts";
import { checkQuestion } from "./check-question.ts";
import { graphText } from "./random-multigraph.ts";

/** Kinds of operators that rules create, each with the minimum number of occurrences in 1200 random plans. */
const RARE_OPERATORS: readonly (readonly [RegExp, number])[] = [
  [/^NodeIndexSeek .* = /, 100],
  [/^NodeIndexSeek .* IN /, 1],
  [/^NodeIndexContainsScan /, 10],
  [/^NodeHashSeek /, 1],
  [/^(Und|D)irected(AllRelationships|RelationshipType)Scan /, 200],
  [/^(Und|D)irectedRelationshipIndexSeek /, 20],
  [/^(Und|D)irectedRelationshipIndex(Scan|SeekByRange) /, 1],
  [/^Intersect /, 5],
  [/^Expand\(.* other than /, 200],
  [/^VarLengthExpand\((All|Into)\) .*, (each|no) /, 15],
  [/^Degree .*\(\)$/, 1],
  [/^Degree .* other than /, 6],
  [/^VarLengthExpand\(Pruning/, 20],
  [/^OrderedAggregation /, 40],
  [/^TopSort /, 100],
  [/^Distinct .*\./, 80],
  [/^Distinct \w+$/, 30],
];

test("random queries return the same rows by every plan, in every run, and after writes", () => {
  const met = RARE_OPERATORS.map(() => 0);
  let withRows = 0;
  const numbers = fc.array(fc.nat(65_519), { minLength: 120, maxLength: 120 });
  fc.assert(
    fc.property(numbers, numbers, (graphNumbers, questionNumbers) => {
      const checked = checkQuestion(graphNumbers, questionNumbers);
      fc.pre(checked !== undefined);
      if (checked === undefined) return;
      if (checked.rows > 0) withRows++;
      for (const [at, [pattern]] of RARE_OPERATORS.entries())
        if (checked.operators.some((operator) => pattern.test(operator))) met[at] = (met[at] ?? 0) + 1;
      const { graph, question, faults } = checked;
      expect(faults, `${graphText(graph)}\n${question.text}`).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
  // Guard against a test in which no rule applies.
  expect(withRows).toBeGreaterThan(runs(15));
  for (const [at, [pattern, least]] of RARE_OPERATORS.entries())
    expect(met[at], `plans with ${pattern}`).toBeGreaterThanOrEqual(Math.floor((least * runs(200)) / 1200));
});
