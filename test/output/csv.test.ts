import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRows } from "../../src/output/rows/csv.ts";
import { Float } from "../../src/values/float.ts";
import { nasty, oneColumn, xi } from "./sample-rows.ts";

describe("CSV", () => {
  test("has a header, CRLF, and quotes if RFC 4180 requires them", () => {
    const text = csvRows({
      columns: ["a", "b"],
      rows: [
        ["plain", 'say "x", y'],
        [" edge", "two\nlines"],
      ],
    });
    expect(text).toBe('a,b\r\nplain,"say ""x"", y"\r\n" edge","two\nlines"\r\n');
  });

  test("distinguishes null from the empty string, and never writes an empty line", () => {
    expect(
      csvRows({
        columns: ["a", "b"],
        rows: [
          [null, ""],
          [1, null],
        ],
      }),
    ).toBe('a,b\r\n,""\r\n1,\r\n');
    expect(csvRows(oneColumn(null))).toBe('value\r\n""\r\n');
  });

  test("numbers and booleans are literals, entities and lists are JSON", () => {
    expect(csvRows(oneColumn(-1, new Float(2), true, [1, "a"]))).toBe(
      'value\r\n-1\r\n2.0\r\ntrue\r\n"[1, ""a""]"\r\n',
    );
    const [, node] = readCsv(csvRows(oneColumn(xi)));
    expect(JSON.parse(node?.[0] ?? "")).toMatchObject({ id: "xi-jinping", labels: ["Person"] });
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
    "%j is not a formula for a spreadsheet",
    (text) => {
      expect(readCsv(csvRows({ columns: [text], rows: [[text]] }))).toEqual([[`'${text}`], [`'${text}`]]);
    },
  );

  test("a spreadsheet that splits at semicolons or tabs finds no formula either", () => {
    const formulas = [
      "a;=HYPERLINK(1)",
      "a;@SUM(1)",
      "a;+cmd|x!A0",
      "a\t=1",
      "a\n-1+cmd|x!A0",
      "a\r\n=1",
      "a;＝1",
    ];
    const rows = formulas.flatMap((text) => [
      [text, text],
      [[text], [text]],
    ]);
    for (const line of csvRows({ columns: ["a", "b"], rows })
      .split(/\r\n(?=")/)
      .slice(1)) {
      expect(splitAtSemicolons(line).filter((field) => /^[=+\-@\uff1d]/.test(field))).toEqual([]);
      const [first, second = ""] = readCsv(`${line.trimEnd()}\r\n`)[0] ?? [];
      if (!first?.startsWith("[")) expect(second).not.toBe(first);
      else expect(JSON.parse(second)).toEqual(JSON.parse(first));
    }
    expect(csvRows(oneColumn("a;=HYPERLINK(1)"))).toBe('value\r\n"a;=HYPERLINK(1)"\r\n');
    const harmless = ["a;-)", "a\n- item", "a;b", "1;-5", "a\t+1"];
    expect(
      readCsv(csvRows({ columns: ["a", "b"], rows: harmless.map((text) => [1, text]) })).slice(1),
    ).toEqual(harmless.map((text) => ["1", text]));
  });

  test("any other text reads back unchanged", () => {
    const text = fc.string({ unit: "grapheme" }).filter((value) => !/^[=+\-@\t\r＝＋－＠]/.test(value));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        expect(readCsv(csvRows({ columns: ["a", "b"], rows }))).toEqual([["a", "b"], ...rows]);
      }),
    );
    expect(readCsv(csvRows(oneColumn(nasty)))[1]).toEqual([nasty]);
  });
});

/** The fields of records in a spreadsheet that splits at semicolons, tabs and line breaks. */
function splitAtSemicolons(text: string): string[] {
  return Array.from(text.matchAll(/"(?:[^"]|"")*"[^;\t\r\n]*|[^;\t\r\n]+/g), ([field]) =>
    field.replace(/^"((?:[^"]|"")*)".*$/s, "$1"),
  );
}

/** A reader as RFC 4180 describes it, strict about quotes and line ends. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) throw new Error("not RFC 4180");
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") {
      records.push(record);
      record = [];
    }
  }
  return records;
}
