import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonLines, jsonRows } from "../../src/output/rows/json.ts";
import { jsonText } from "../../src/output/rows/json-text.ts";
import { Float } from "../../src/values/float.ts";
import { moscow, nasty, oneColumn, unsafe, visit, walk, xi } from "./sample-rows.ts";

describe("JSON", () => {
  test("is columns and rows, with nodes, relationships and paths in their fixed form", () => {
    const text = jsonRows({ columns: ["a", "r", "p"], rows: [[xi, visit, walk]] });
    const node = (from: typeof xi) => ({ id: from.id, labels: from.labels, properties: from.properties });
    const relationship = {
      id: "000#1",
      type: "VISITS",
      start: "xi-jinping",
      end: "moscow",
      properties: { claim: "000#1", stance: "affirmed" },
    };
    expect(JSON.parse(text)).toEqual({
      columns: ["a", "r", "p"],
      rows: [[node(xi), relationship, { nodes: [node(moscow), node(xi)], relationships: [relationship] }]],
    });
    expect(text.endsWith("\n")).toBe(true);
  });

  test("has an empty list for no rows", () => {
    expect(JSON.parse(jsonRows({ columns: ["a"], rows: [] }))).toEqual({ columns: ["a"], rows: [] });
    expect(jsonLines({ columns: ["a"], rows: [] })).toBe("");
  });

  test("keeps large integers and floats, and writes NaN and infinities as strings", () => {
    expect(jsonText([9_223_372_036_854_775_807n, new Float(1), 0.5, 1e300, -0])).toBe(
      "[9223372036854775807, 1.0, 0.5, 1e+300, -0.0]",
    );
    expect(jsonText([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBe(
      '["NaN", "Infinity", "-Infinity"]',
    );
  });

  test("is safe on a terminal and reads back the same", () => {
    const text = jsonRows(oneColumn(nasty));
    expect(text).not.toMatch(unsafe);
    expect(JSON.parse(text).rows).toEqual([[nasty]]);
  });

  test("has invisible tag characters as JSON escapes", () => {
    const scotland = "🏴\u{e0067}\u{e0062}\u{e007f} 👍";
    const text = jsonText([scotland]);
    expect(text).toBe('["🏴\\udb40\\udc67\\udb40\\udc62\\udb40\\udc7f 👍"]');
    expect(JSON.parse(text)).toEqual([scotland]);
  });

  test("reads back any value unchanged", () => {
    const value = fc.jsonValue({ noUnicodeString: false });
    fc.assert(
      fc.property(value, (written) => {
        expect(JSON.parse(jsonText(written as never))).toEqual(written);
      }),
    );
  });

  test("a line of JSON Lines is one object, with the columns as names", () => {
    const text = jsonLines({
      columns: ["name", "__proto__"],
      rows: [
        [nasty, 1],
        [null, 2],
      ],
    });
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => Object.entries(line))).toEqual([
      [
        ["name", nasty],
        ["__proto__", 1],
      ],
      [
        ["name", null],
        ["__proto__", 2],
      ],
    ]);
  });
});
