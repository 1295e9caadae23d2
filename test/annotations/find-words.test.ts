import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFirstWords, findNearWords, findWords } from "../../src/annotations/find-words.ts";

/** Invented. */
const TEXT =
  "🐟 “Nine ships—and\nno\u00a0harbour”, Ana Lind’s naïve\u00ad ﬁsh said. Ana\r\n  Lind left; ananas.";

const slices = (places: readonly { start: number; end: number }[]) =>
  places.map(({ start, end }) => TEXT.slice(start, end));

describe("exact matches", () => {
  test("are all found, even if they overlap", () => {
    expect(findWords("ananas", "ana")).toEqual([
      { start: 0, end: 3 },
      { start: 2, end: 5 },
    ]);
    expect(findWords(TEXT, "Ana Lind")).toHaveLength(1);
    expect(findWords(TEXT, "")).toEqual([]);
  });
});

describe("near matches", () => {
  test.each([
    [
      "quotation marks, dashes and blanks",
      '"Nine ships-and no harbour"',
      "“Nine ships—and\nno\u00a0harbour”",
    ],
    ["an apostrophe and accents", "ana lind's naive", "Ana Lind’s naïve"],
    ["an invisible character and a ligature", "NAIVE FISH", "naïve\u00ad ﬁsh"],
    ["several blanks", "said. Ana Lind", "said. Ana\r\n  Lind"],
  ])("%s", (_what, words, found) => {
    expect(findWords(TEXT, words)).toEqual([]);
    expect(slices(findNearWords(TEXT, words))).toEqual([found]);
  });

  test("do not match other words", () => {
    expect(findNearWords(TEXT, "Nine ship and")).toEqual([]);
    expect(findNearWords(TEXT, " \n ")).toEqual([]);
  });
});

test("words are found in a long text in reasonable time", () => {
  const text = Array.from({ length: 50_000 }, (_, at) => `Ship ${at} came in.`).join(" ");
  expect(findNearWords(text, "ship 49999  CAME")).toHaveLength(1);
  expect(findFirstWords(text, "Ship 700 came in and sank for all to see")).toHaveLength(1);
});

test("the beginning is found if the rest differs", () => {
  expect(slices(findFirstWords(TEXT, "Ana Lind went home"))).toEqual(["Ana Lind", "Ana\r\n  Lind"]);
  expect(findFirstWords(TEXT, "Nobody left")).toEqual([]);
});

test("every slice of a text is found at its place, by exact and by near match", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "B", "é", "e\u0301", "🐟", "“", "'", "-", "—", " ", "\n", "ß"),
  });
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), (text, from, length) => {
      const slice = text.slice(from, from + length).trim();
      if (slice === "" || /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(slice)) return;
      const start = text.indexOf(slice);
      expect(findWords(text, slice)[0]).toEqual({ start, end: start + slice.length });
      const near = findNearWords(text, slice);
      // A combining mark belongs to a letter; without its letter it folds to nothing.
      if (/^\u0301/.test(slice)) return;
      expect(near.some((place) => place.start <= start && start + slice.length <= place.end + 1)).toBe(true);
    }),
  );
});
