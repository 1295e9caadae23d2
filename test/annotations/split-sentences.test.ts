import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointOffsets, splitSentences } from "../../src/annotations/split-sentences.ts";

/** Invented. */
const slices = (text: string, language?: string) =>
  splitSentences(text, language).map(({ span }) => text.slice(span.start, span.end));

describe("sentences", () => {
  test("end at full stops, and at every line break", () => {
    expect(slices("Lind to meet Castell\r\nby Ida Lind\n\n  Lind came. Castell left!\n— * —\nWhy?")).toEqual([
      "Lind to meet Castell",
      "by Ida Lind",
      "Lind came.",
      "Castell left!",
      "Why?",
    ]);
  });

  test("keep their quotation marks and brackets", () => {
    expect(slices('"We came." Lind left. “Did you?” he asked. (Nobody knew.)')).toEqual([
      '"We came."',
      "Lind left.",
      "“Did you?” he asked.",
      "(Nobody knew.)",
    ]);
  });

  test.each([
    ["initials", "Ships of the U.N. Harbour Board came to A. B. Castell."],
    ["titles", "On Friday Gen. Lind met Mrs. Castell."],
    ["numbers and dates", "Lind paid 3.5 crowns on Feb. 10 at 4.30 p.m. and left."],
    ["initials after a quotation mark", "He named “J. Castell” once."],
  ])("are not ended by %s", (_what, text) => {
    expect(slices(text)).toEqual([text]);
  });

  test("end after an abbreviation if the next word typically starts a sentence", () => {
    expect(slices("They went to the U.S. The ship sank. They blamed Mr. X. However, he slept.")).toEqual([
      "They went to the U.S.",
      "The ship sank.",
      "They blamed Mr. X.",
      "However, he slept.",
    ]);
    expect(slices("by the U.N.\nHarbour Post")).toEqual(["by the U.N.", "Harbour Post"]);
  });

  test("of other scripts, and with a language that is not a valid tag", () => {
    expect(slices("北港沉没。林德来了。", "zh")).toEqual(["北港沉没。", "林德来了。"]);
    expect(slices("Lind came. He left.", "no tag at all")).toEqual(["Lind came.", "He left."]);
  });

  test("have offsets in code points", () => {
    const [, second] = splitSentences("\ufeff🐟 swam. Ten 🐠 𝒾n.");
    expect(second).toEqual({
      start: 9,
      end: 18,
      span: { start: 10, end: 21 },
      words: [
        { start: 9, end: 12 },
        { start: 15, end: 17 },
      ],
    });
  });
});

const text = fc
  .array(
    fc.constantFrom("Lind", "U.S.", "a", ". ", "! ", "\n", "\r\n", " ", "🐟", "“", "”", "7", "\u00a0", "北"),
  )
  .map((parts) => parts.join(""));

test("every letter and digit is in exactly one sentence, and none begins or ends with a blank", () => {
  fc.assert(
    fc.property(text, (text) => {
      const sentences = splitSentences(text);
      const points = [...text];
      points.forEach((point, at) => {
        if (!/[\p{L}\p{N}]/u.test(point)) return;
        expect(sentences.filter(({ start, end }) => start <= at && at < end)).toHaveLength(1);
      });
      for (const { start, end, span, words } of sentences) {
        const slice = points.slice(start, end).join("");
        expect(slice).toBe(text.slice(span.start, span.end));
        expect(slice).toBe(slice.trim());
        expect(slice).not.toMatch(/\n/);
        for (const word of words) expect(start <= word.start && word.end <= end).toBe(true);
      }
    }),
  );
});

test("code points of offsets", () => {
  fc.assert(
    fc.property(text, (text) => {
      const toCodePoint = codePointOffsets(text);
      let offset = 0;
      [...text].forEach((point, at) => {
        expect(toCodePoint(offset)).toBe(at);
        offset += point.length;
      });
      expect(toCodePoint(text.length)).toBe([...text].length);
    }),
  );
});
