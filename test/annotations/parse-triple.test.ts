import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTriple, parseTriple } from "../../src/annotations/parse-triple.ts";

const TYPES = new Set(["MEETS", "VISITS", "SUPPLIES", "SUPPLIES_WEAPONS_TO"]);

describe("parseTriple", () => {
  test.each([
    ["Ana Lind MEETS Bo", ["Ana Lind", "MEETS", "Bo"]],
    ["  Ana   Lind MEETS  Bo ", ["Ana Lind", "MEETS", "Bo"]],
    ["US VISITS THE NORTH", ["US", "VISITS", "THE NORTH"]],
    ['"Bo MEETS Ana" VISITS "Port Mira"', ["Bo MEETS Ana", "VISITS", "Port Mira"]],
    ["Ana MEETS >20 guests", ["Ana", "MEETS", ">20 guests"]],
    ["this article MEETS Bo", ["this article", "MEETS", "Bo"]],
    ['A 5" gun MEETS Bo', ['A 5" gun', "MEETS", "Bo"]],
    ["Ana meets VISITS Bo", ["Ana meets", "VISITS", "Bo"]],
    ["Ana\tMEETS\nBo", ["Ana", "MEETS", "Bo"]],
  ])("%s", (text, parts) => {
    const parsed = parseTriple(text, TYPES);
    expect(isTriple(parsed) && [parsed.subject.text, parsed.type.text, parsed.object.text]).toEqual(parts);
  });

  test.each([
    ["", "bad-triple", "", "the triple has no relationship type"],
    ["Ana", "bad-triple", "Ana", "the triple has no relationship type"],
    ["Ana meets Bo", "bad-triple", "meets", "the triple has no relationship type"],
    ["Ana sees Bo", "bad-triple", "Ana sees Bo", "the triple has no relationship type"],
    ["MEETS Bo", "bad-triple", "MEETS", "no subject before MEETS"],
    ["Ana MEETS", "bad-triple", "MEETS", "no object after MEETS"],
    ['Ana MEETS ""', "bad-triple", "MEETS", "no object after MEETS"],
    [
      "Ana MEETS Bo VISITS C",
      "bad-triple",
      "VISITS",
      "the triple has several relationship types: MEETS, VISITS",
    ],
    ['Ana MEETS "Bo', "bad-triple", '"Bo', "a quotation mark that is never closed"],
    ["Ana VISTS Bo", "unknown-type", "VISTS", "no relationship type VISTS"],
    ["US MEETTS UK", "unknown-type", "MEETTS", "no relationship type MEETTS"],
    ["US HAS_NO_LOVE_FOR UK", "unknown-type", "HAS_NO_LOVE_FOR", "no relationship type HAS_NO_LOVE_FOR"],
    [
      "constructor __proto__ toString",
      "bad-triple",
      "constructor __proto__ toString",
      "the triple has no relationship type",
    ],
  ])("%s is a fault (%s) at %s: %s", (text, code, at, message) => {
    const parsed = parseTriple(text, TYPES);
    if (isTriple(parsed)) expect.unreachable("it parsed");
    expect(parsed).toMatchObject({ code, message });
    expect(text.slice(parsed.start, parsed.end)).toBe(at);
  });

  const word = fc.stringMatching(/^[A-Za-z0-9'é,.>-]{1,8}$/).filter((text) => !TYPES.has(text));
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
  const type = fc.constantFrom(...TYPES);

  test("names that do not contain the word of a type need no quotes", () => {
    fc.assert(
      fc.property(name, type, name, (subject, verb, object) => {
        const parsed = parseTriple(`${subject} ${verb} ${object}`, TYPES);
        expect(parsed).toMatchObject({ subject: { text: subject }, object: { text: object } });
      }),
    );
  });

  test("any name can be in quotes, and every part has its place", () => {
    const any = fc.stringMatching(/^[^"\s]([^"\n]{0,20}[^"\s])?$/);
    fc.assert(
      fc.property(any, type, any, (subject, verb, object) => {
        const text = `"${subject}" ${verb} "${object}"`;
        const parsed = parseTriple(text, TYPES);
        if (!isTriple(parsed)) expect.unreachable(parsed.message);
        for (const part of [parsed.subject, parsed.type, parsed.object]) {
          expect(text.slice(part.start, part.end)).toBe(part.text);
        }
        expect([parsed.subject.text, parsed.object.text]).toEqual([subject, object]);
      }),
    );
  });

  test("any text is a triple or a fault within the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("A", '"', " ", "MEETS", "é", "VISITS") }), (text) => {
        const parsed = parseTriple(text, TYPES);
        if (isTriple(parsed)) return;
        expect(parsed.start).toBeLessThanOrEqual(parsed.end);
        expect(parsed.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
