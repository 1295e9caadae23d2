import { describe, expect, test } from "vitest";
import { StatementBuffer } from "../../../src/cli/prompt/statement-buffer.ts";

/** The statements that end with each line, and at the end of the input. */
function statementsOf(...lines: string[]): string[][] {
  const buffer = new StatementBuffer();
  const ran = [...lines.map((line) => buffer.add(line)), buffer.flush()];
  return ran.map((statements) => statements.map((statement) => statement.trim().replaceAll("\n", "⏎")));
}

describe("lines become statements", () => {
  test("a semicolon ends one, also if there are several on a line", () => {
    expect(statementsOf("RETURN 1; RETURN", "2;")).toEqual([[], ["RETURN 1", "RETURN⏎2"], []]);
    expect(statementsOf("RETURN 1; // done;")).toEqual([["RETURN 1"], []]);
  });

  test("a semicolon in a string, a name or a comment ends nothing", () => {
    expect(statementsOf("RETURN 'a;", "b' AS `x;y` // c;", ";")).toEqual([
      [],
      [],
      ["RETURN 'a;⏎b' AS `x;y` // c;"],
      [],
    ]);
  });

  test("a blank line ends one, but not inside a string", () => {
    expect(statementsOf("MATCH (a", "", "RETURN 2")).toEqual([[], ["MATCH (a"], [], ["RETURN 2"]]);
    expect(statementsOf("RETURN 'a", "", "b';")).toEqual([[], [], ["RETURN 'a⏎⏎b'"], []]);
  });

  test("a complete query continues if the next line can belong to it, and otherwise ends", () => {
    expect(statementsOf("MATCH (n)", "RETURN n", "LIMIT 3")).toEqual([
      [],
      [],
      [],
      ["MATCH (n)⏎RETURN n⏎LIMIT 3"],
    ]);
    expect(statementsOf("RETURN 1", "RETURN 2")).toEqual([[], ["RETURN 1"], ["RETURN 2"]]);
  });

  test("a wrong statement ends at its semicolon, even if it cannot be tokenized", () => {
    expect(statementsOf("\u0001@#;", "RETURN 1;")).toEqual([["\u0001@#;"], ["RETURN 1"], []]);
  });

  test("comments and empty lines are not statements", () => {
    expect(statementsOf("", "// nothing", ";", "  ")).toEqual([[], [], [], [], []]);
  });

  test("a query is settled when it is complete or wrong, not while more is expected", () => {
    const settled = (line: string) => {
      const buffer = new StatementBuffer();
      buffer.add(line);
      return buffer.isSettled;
    };
    const lines = ["RETURN 1", '("Xi")--(b)', "CREATE (a)", "MATCH (a RETURN a"];
    expect(lines.map(settled)).toEqual([true, true, true, true]);
    expect(["MATCH (a)", "WITH 1 AS a", "MATCH (a", "RETURN 'a", "", "// x"].map(settled)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test("a very long statement takes linear time", () => {
    const buffer = new StatementBuffer();
    const start = performance.now();
    buffer.add("RETURN [0");
    for (let i = 0; i < 20_000; i++) expect(buffer.add(`, ${i}`)).toEqual([]);
    for (let i = 0; i < 2000; i++) expect(buffer.add(`+ a${i}`)).toEqual([]);
    expect(buffer.add("];")).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
