import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAll } from "../../src/syntax/parse.ts";
import { printStatement } from "../../src/syntax/print-tree.ts";
import { WAYS } from "../ways/ways.ts";
import { type Case, readCases } from "./read-cases.ts";
import { outcome, outcomeAndGraph, wanted } from "./run-case.ts";
import { treeText } from "./tree-text.ts";
import { updateCases } from "./update-cases.ts";

const FOLDER = import.meta.dirname;
/** UPDATE_CASES=1 first writes into the files what their failing cases give now. */
const UPDATES = process.env["UPDATE_CASES"] === "1";
const HOW = "if this is right now, run: UPDATE_CASES=1 npx vitest run test/cases";

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".case"))) {
  const path = join(FOLDER, file);
  if (UPDATES) writeFileSync(path, updateCases(readFileSync(path, "utf8")));
  describe(file, () => {
    test.each(readCases(readFileSync(path, "utf8")))("$name", (one) => {
      expect(outcome(one), HOW).toEqual(wanted(one));
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

test("updating changes the failing case only", () => {
  const text = `== graph
CREATE (:A {i: 1}), (:A {i: 2})

== right
MATCH (n:A) RETURN  n.i AS i
-- rows
i
2
1

== wrong
RETURN 1 AS a
-- rows
a
2

# A comment.
== wrong error
RETURN x
-- error
no
`;
  const updated = updateCases(text);
  expect(updated).toContain("-- rows\ni\n2\n1\n\n== wrong\nRETURN 1 AS a\n-- rows\na\n1\n\n# A comment.\n");
  expect(updated).toMatch(/-- error\nSyntaxError: .*\n1 \| RETURN x\n/);
  expect(updateCases(updated)).toBe(updated);
});
