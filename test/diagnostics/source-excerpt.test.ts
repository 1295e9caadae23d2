import stringWidth from "string-width";
import { expect, test } from "vitest";
import { sourceExcerpt } from "../../src/diagnostics/source-excerpt.ts";

/** The excerpt of `text` around the part between « and ». */
function excerpt(text: string): string {
  const start = text.indexOf("«");
  const end = text.indexOf("»") - 1;
  return sourceExcerpt(text.replace(/[«»]/g, ""), { start, end });
}

test("the line, and carets below the span", () => {
  expect(excerpt("MATCH (a «RETURN» a")).toBe("1 | MATCH (a RETURN a\n  |          ^^^^^^");
});

test("the gutter is as wide as the number", () => {
  expect(excerpt(`${"\n".repeat(11)}a «b»`)).toBe("12 | a b\n   |   ^");
});

test("an empty span has one caret", () => {
  expect(excerpt("abc«»")).toBe("1 | abc\n  |    ^");
});

test("a span over several lines is marked to the end of the first line", () => {
  expect(excerpt("one «two\nthree» four")).toBe("1 | one two\n  |     ^^^");
});

test("a tab counts as one blank", () => {
  expect(excerpt("\ta\t«b»\tc")).toBe("1 |  a b c\n  |    ^");
});

test("wide characters take two columns, combining marks none", () => {
  expect(excerpt("'习近平' «x»")).toBe("1 | '习近平' x\n  |          ^");
  expect(excerpt("e\u0301 «习»")).toBe("1 | e\u0301 习\n  |   ^^");
  expect(excerpt("😀«😀»")).toBe("1 | 😀😀\n  |   ^^");
});

test("the carriage return at the end of a line is not shown", () => {
  expect(excerpt("a\r\n«b» c\r\nd")).toBe("2 | b c\n  | ^");
  expect(excerpt("a «b\r\nc»")).toBe("1 | a b\n  |   ^");
});

test("a long line is cut on both sides, and the caret stays below the span", () => {
  const [line = "", carets = ""] = excerpt(`${"a".repeat(500)}«X»${"b".repeat(500)}`).split("\n");
  expect(line).toMatch(/^1 \| …a+Xb+…$/);
  expect(stringWidth(line)).toBeLessThan(110);
  expect(carets.indexOf("^")).toBe(line.indexOf("X"));
});

test("a long span is marked as far as it is shown", () => {
  const [line = "", carets = ""] = excerpt(`«${"x".repeat(5000)}»`).split("\n");
  expect(line).toMatch(/^1 \| x+…$/);
  expect(carets.length).toBeLessThan(line.length);
});

test("a cut never splits a character", () => {
  for (const shift of ["", "a"]) {
    const shown = excerpt(`${shift}${"😀".repeat(200)}«X»${"😀".repeat(200)}`);
    expect(shown).not.toMatch(/[\ud800-\udfff]/u);
  }
});

test("control characters are escaped, and carets count the escapes", () => {
  expect(excerpt("a\u001b[31m «b»")).toBe("1 | a\\u001b[31m b\n  |             ^");
  expect(excerpt("«\u0000»")).toBe("1 | \\u0000\n  | ^^^^^^");
});
