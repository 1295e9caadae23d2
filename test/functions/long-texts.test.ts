import fc from "fast-check";
import { expect, test } from "vitest";
import { part, pieces, replaceAll, reversed, trimmed } from "../../src/functions/long-texts.ts";
import { UNLIMITED } from "../../src/values/budget.ts";
import { findText } from "../../src/values/find-text.ts";

/** Strings of single units and surrogate pairs: short ones, and long ones that are processed in pieces. */
const text = fc
  .tuple(
    fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "💥", "\ud83d", "\udca5") }),
    fc.constantFrom(1, 1500),
  )
  .map(([piece, times]) => piece.repeat(times));
const short = fc.string({ unit: fc.constantFrom("a", "b", "$&", "💥"), maxLength: 3 });
const runs = { numRuns: 200, seed: 1 };

test("long strings are split, replaced, trimmed and cut in the same way as short ones", () => {
  fc.assert(
    fc.property(text, short, short, fc.nat(20_000), (whole, search, replacement, at) => {
      expect(pieces(whole, search, UNLIMITED)).toEqual(whole.split(search));
      expect(replaceAll(whole, search, replacement, UNLIMITED)).toBe(
        whole.replaceAll(search, () => replacement),
      );
      expect(trimmed(whole, (one) => one.trim(), UNLIMITED)).toBe(whole.trim());
      expect(part(whole, at, at + 10, UNLIMITED)).toBe(whole.slice(at, at + 10));
    }),
    runs,
  );
});

test("a search for a nearly repetitive string takes linear time", () => {
  const text = "a".repeat(400_000);
  const near = `${"a".repeat(100_000)}b${"a".repeat(100_000)}`;
  let steps = 0;
  const spend = (count: number) => {
    steps += count;
  };
  const budget = { spend, allocate: () => {} };
  expect(findText(text, near, 0, budget)).toBe(-1);
  expect(findText(`${text}b${text}`, near, 0, budget)).toBe(300_000);
  // JavaScript's built-in search would take 40,000,000,000 comparisons; a step is at least eight of them.
  expect(steps).toBeLessThan(1_000_000);
});

test("a string is found at the same position as in JavaScript", () => {
  const pieces = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
  fc.assert(
    fc.property(pieces, pieces, fc.nat(30_000), (one, other, from) => {
      const text = (one.repeat(400) + other).repeat(200).slice(0, 300_000);
      const search = text.slice(from, from + 900) + other;
      expect(findText(text, search, 0, UNLIMITED)).toBe(text.indexOf(search));
      expect(findText(text, search, from, UNLIMITED)).toBe(text.indexOf(search, from));
    }),
    runs,
  );
});

test("long strings are reversed by characters, even with lone surrogates", () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(reversed(whole, UNLIMITED)).toBe([...whole].reverse().join(""));
    }),
    runs,
  );
});
