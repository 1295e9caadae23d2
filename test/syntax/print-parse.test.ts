import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAll } from "../../src/syntax/parse.ts";
import { printExpression, printStatement } from "../../src/syntax/print-tree.ts";
import { treeText } from "../cases/tree-text.ts";
import { runs } from "../random-runs.ts";
import { arbitraryParts } from "./arbitrary-statement.ts";

test("a printed expression parses to the same tree, and only to it", () => {
  fc.assert(
    fc.property(arbitraryParts.expression, (expression) => {
      const readings = parseAll(`RETURN ${printExpression(expression)} AS x`);
      expect(readings).toHaveLength(1);
      const [clause] = readings[0]?.branches[0]?.clauses ?? [];
      const [item] = clause?.kind === "ReturnClause" ? clause.projection.items : [];
      expect(treeText(item?.expression)).toEqual(treeText(expression));
    }),
    { numRuns: runs(400) },
  );
});

test("a printed statement parses to the same tree, and only to it", () => {
  fc.assert(
    fc.property(arbitraryParts.statement, (statement) => {
      const readings = parseAll(printStatement(statement));
      expect(readings).toHaveLength(1);
      expect(treeText(readings[0])).toEqual(treeText(statement));
    }),
    { numRuns: runs(100) },
  );
});
