import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAll } from "../../src/syntax/parse.ts";
import { printStatement } from "../../src/syntax/print-tree.ts";
import { WAYS } from "../ways/ways.ts";
import { type Case, readCases } from "./read-cases.ts";
import { outcome, outcomeAndGraph, wanted } from "./run-case.ts";
import { treeText } from "./tree-text.ts";

const FOLDER = import.meta.dirname;

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".case"))) {
  describe(file, () => {
    test.each(readCases(readFileSync(join(FOLDER, file), "utf8")))("$name", (one) => {
      expect(outcome(one)).toEqual(wanted(one));
      if (one.expected.kind !== "error") expectOneParse(one.query);
      if (writes(one.query)) expectSameInEveryWay(one);
    });
  });
}

function writes(query: string): boolean {
  return /\b(CREATE|MERGE|SET|REMOVE|DELETE)\b/i.test(query);
}

/** Whatever was read of the graph before, a statement that writes gives the same rows and leaves the same graph. */
function expectSameInEveryWay(one: Case): void {
  const [fresh, ...others] = WAYS.map((way) => ({ way, ...outcomeAndGraph(one, way) }));
  for (const other of others) {
    expect(other).toEqual({ ...fresh, way: other.way });
    if (one.expected.kind !== "plan") expect(other.outcome).toEqual(wanted(one));
  }
}

/** Every query has exactly one reading, and printing it gives a text with the same reading. */
function expectOneParse(query: string): void {
  const readings = parseAll(query);
  expect(readings).toHaveLength(1);
  const [statement] = readings;
  if (statement === undefined) return;
  const printed = parseAll(printStatement(statement));
  expect(printed).toHaveLength(1);
  expect(treeText(printed[0])).toEqual(treeText(statement));
}
