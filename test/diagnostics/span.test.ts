import { expect, test } from "vitest";
import { joinSpans, locate, startOfLine } from "../../src/diagnostics/span.ts";

test("lines and columns count from 1", () => {
  expect(locate("abc", 0)).toEqual({ line: 1, column: 1 });
  expect(locate("a\nbc\n\nd", 3)).toEqual({ line: 2, column: 2 });
  expect(locate("a\nbc\n\nd", 5)).toEqual({ line: 3, column: 1 });
  expect(locate("a\nbc\n\nd", 6)).toEqual({ line: 4, column: 1 });
});

test("a line break belongs to the line that it ends", () => {
  expect(locate("ab\nc", 2)).toEqual({ line: 1, column: 3 });
  expect(locate("ab\r\nc", 4)).toEqual({ line: 2, column: 1 });
});

test("a column is a code point, not a UTF-16 unit", () => {
  expect(locate("😀😀x", 4)).toEqual({ line: 1, column: 3 });
  expect(locate("習\né", 2)).toEqual({ line: 2, column: 1 });
});

test("an offset past the end counts as the end", () => {
  expect(locate("ab\nc", 99)).toEqual({ line: 2, column: 2 });
  expect(locate("", 5)).toEqual({ line: 1, column: 1 });
});

test("the start of a line", () => {
  expect(startOfLine("ab\ncd", 4)).toBe(3);
  expect(startOfLine("ab\ncd", 3)).toBe(3);
  expect(startOfLine("ab\ncd", 2)).toBe(0);
  expect(startOfLine("ab", -1)).toBe(0);
});

test("joined spans contain both, in any order", () => {
  expect(joinSpans({ start: 5, end: 7 }, { start: 1, end: 2 })).toEqual({ start: 1, end: 7 });
  expect(joinSpans({ start: 1, end: 9 }, { start: 2, end: 3 })).toEqual({ start: 1, end: 9 });
});
