import { expect, test } from "vitest";
import { readLiteral } from "../../src/annotations/read-literal.ts";

const part = (text: string, quoted = false) => ({ text, quoted, start: 0, end: text.length });

test.each([
  ["3.5 hours", { value: 3.5, unit: "hours" }],
  ["20", { value: 20 }],
  ["-4", { value: -4 }],
  [">20 documents", { value: 20, comparison: ">", unit: "documents" }],
  [">= 20 documents", { value: 20, comparison: ">=", unit: "documents" }],
  ["~40%", { value: 40, comparison: "~", unit: "%" }],
  ["1,250,000 square metres", { value: 1250000, unit: "square metres" }],
  ["2025-05-09", { value: "2025-05-09", from: "2025-05-09", to: "2025-05-09" }],
  ["2025-05/..", { value: "2025-05/..", from: "2025-05-01" }],
])("%s", (text, value) => {
  expect(readLiteral(part(text))).toEqual({ id: expect.any(String), name: text, ...value });
});

test.each([
  ["1,000 people", "1000 people"],
  ["40%", "40 %"],
  [">20 hours", "> 20  hours"],
  ["+3.50 hours", "3.5 hours"],
  ["1,250,000 square metres", "1250000 square  metres"],
])("%s and %s are one literal", (text, other) => {
  expect(readLiteral(part(other))?.id).toBe(readLiteral(part(text))?.id);
});

test.each([
  ["20 hours", ">20 hours"],
  [">20 hours", ">=20 hours"],
  ["20 hours", "20 minutes"],
  ["20", "20%"],
  ["1.5 hours", "15 hours"],
  ["4", "-4"],
])("%s and %s are two literals", (text, other) => {
  expect(readLiteral(part(other))?.id).not.toBe(readLiteral(part(text))?.id);
});

test("a text in quotes is not the same literal as the number it looks like", () => {
  expect(readLiteral(part("20 documents", true))).toEqual({
    id: 'value:"20 documents"',
    name: "20 documents",
    value: "20 documents",
  });
});

test.each(["some words", "30-day truce", "1,25", "80th anniversary", "3.5.1", "", ">", "May 2025"])(
  "%s is not a literal without quotes",
  (text) => {
    expect(readLiteral(part(text))).toBeUndefined();
  },
);
