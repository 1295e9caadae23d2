import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { Rows } from "../../src/output/rows/rows.ts";
import { tableRows } from "../../src/output/rows/table.ts";
import { Float } from "../../src/values/float.ts";
import { denial, moscow, nasty, oneColumn, unsafe, visit, walk, xi } from "./sample-rows.ts";

describe("table", () => {
  test("aligns text left and numbers right, under a heading", () => {
    const rows = [
      ["Vladimir Putin", 5],
      ["Xi", new Float(12)],
      [null, null],
    ] as const;
    expect(tableRows({ columns: ["p.name", "articles"], rows })).toBe(
      [
        "p.name         │ articles",
        "───────────────┼─────────",
        "Vladimir Putin │        5",
        "Xi             │     12.0",
        "null           │     null",
        "",
      ].join("\n"),
    );
  });

  test("shows entities by name and claims by id, in openCypher's syntax", () => {
    const text = tableRows(oneColumn(xi, moscow, visit, denial, walk, [xi], { a: 1 }));
    expect(text.split("\n").slice(2, -1)).toEqual([
      '("Xi Jinping":Person)',
      '("The \\"Third Rome\\"":City:Place)',
      "[:VISITS {claim: '000#1'}]",
      "[:VISITS {claim: '000#2', claimant: 'Dmitry Peskov', stance: 'denied'}]",
      `("The \\"Third Rome\\"":City:Place)<-[:VISITS {claim: '000#1'}]-("Xi Jinping":Person)`,
      '[("Xi Jinping":Person)]',
      "{a: 1}",
    ]);
  });

  test("shows the beginning of long lists, maps and texts, and the size of the rest", () => {
    const million = Array.from({ length: 1_000_000 }, (_, at) => at);
    const first = Array.from({ length: 100 }, (_, at) => at).join(", ");
    const wide = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`k${at}`, at]));
    const text = tableRows(
      oneColumn(million, [million, million], wide, "é".repeat(1_000_000), { a: million }),
    );
    const lines = text.split("\n").slice(2);
    expect(lines[0]).toBe(`[${first}, … 999,900 more]`);
    expect(lines[1]).toBe(`[[${first.replace(", 98, 99", "")}, … 999,902 more], [… 1,000,000 more]]`);
    expect(lines[2]).toMatch(/^\{k0: 0, .*, k99: 99, … 100 more\}$/);
    expect(lines[3]).toBe(`${"é".repeat(10_000)}… 990,000 more`);
    expect(lines[4]).toBe(`{a: [${first.replace(", 99", "")}, … 999,901 more]}`);
  });

  test("narrows the widest columns first", () => {
    const rows = [["short", "x".repeat(50), "y".repeat(50)]];
    expect(tableRows({ columns: ["a", "b", "c"], rows }, 40).split("\n")[2]).toBe(
      "short │ xxxxxxxxxxxxxx… │ yyyyyyyyyyyyy…",
    );
  });

  test("shows in the heading the number of columns that do not fit", () => {
    const columns = ["alpha", "beta", "gamma", "delta", "epsilon"];
    const text = tableRows({ columns, rows: [columns] }, 31);
    expect(text.split("\n")[0]).toBe("alpha │ beta │ gamma │ … 2 more");
  });

  test("no value breaks a line or sends control characters to the terminal", () => {
    const text = tableRows(oneColumn(nasty));
    expect(text.split("\n")).toHaveLength(4);
    expect(text).not.toMatch(unsafe);
    expect(text).toContain("line\\nbreak\\ttab | pipe");
  });

  test("a result without columns has no table, one without rows has a heading", () => {
    expect(tableRows({ columns: [], rows: [] })).toBe("");
    expect(tableRows({ columns: ["a"], rows: [] })).toBe("a\n─\n");
  });

  test("is never wider than the terminal, for any values", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: "binary" }),
      fc.integer(),
    );
    const table = fc
      .integer({ min: 1, max: 8 })
      .chain((count) =>
        fc.array(fc.array(cell, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(table, fc.integer({ min: 24, max: 120 }), (rows, width) => {
        const text = tableRows({ columns: (rows[0] ?? []).map((_, i) => `column ${i}`), rows }, width);
        const lines = text.split("\n");
        expect(lines).toHaveLength(rows.length + 3);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test("a plan's line without figures has blank cells, and a null elsewhere is shown", () => {
  const rows: Rows = { columns: ["plan", "rows"], rows: [["RETURN 1", null]] };
  expect(tableRows({ ...rows, isPlan: true })).toBe("plan     │ rows\n─────────┼─────\nRETURN 1 │\n");
  expect(tableRows(rows)).toContain("null");
});
