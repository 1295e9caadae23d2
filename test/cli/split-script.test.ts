import { expect, test } from "vitest";
import { splitScript, withSourcePosition } from "../../src/cli/split-script.ts";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";

test("an error in one of several statements is shown at its place in the file", () => {
  const statements = splitScript("RETURN 1;\n\n// two\n  RETURN 2; RETURN 1;\n  RETURN y, x;");
  expect(statements.map(({ text }) => text.trim())).toEqual([
    "RETURN 1",
    "// two\n  RETURN 2",
    "RETURN 1",
    "RETURN y, x",
  ]);
  const reports = statements.map((statement) => {
    try {
      withSourcePosition(statement, (text) => new Engine().run(text));
      return "";
    } catch (error) {
      return error instanceof CypherError ? error.render() : "";
    }
  });
  expect(reports.slice(0, 3)).toEqual(["", "", ""]);
  expect(reports[3]).toContain("at line 5, column 10");
  expect(reports[3]).toContain("at line 5, column 13\n5 |   RETURN y, x;\n  |             ^");
});
