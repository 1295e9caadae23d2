import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { parse, parseAll } from "../../src/syntax/parse.ts";
import { printStatement } from "../../src/syntax/print-tree.ts";
import { LONG_SHAPES } from "./long-shapes.ts";
import { withLittleStack } from "./with-little-stack.ts";

/** Enough parts to overflow the remaining stack if each part were a nested call. */
const PARTS = 350;
/** Milliseconds. */
const TIMEOUT = 120_000;

function engineOfOne(): Engine {
  const engine = new Engine();
  engine.run("CREATE (a:One {i: 1})-[:L]->(a)");
  return engine;
}

describe.each(LONG_SHAPES)("thousands of $name", ({ query, value }) => {
  const text = query(PARTS);

  test("return their value, with evidence too", { timeout: TIMEOUT }, () => {
    const { rows } = withLittleStack(() => engineOfOne().run(text));
    expect(rows[0]?.[0]).toEqual(value(PARTS));
    const withEvidence = withLittleStack(() => engineOfOne().run(text, {}, { evidence: true }));
    expect(withEvidence.rows[0]?.[0]).toEqual(value(PARTS));
    if (withEvidence.rows.length > 0) withLittleStack(() => withEvidence.evidence(0));
  });

  test("can be explained and profiled", { timeout: TIMEOUT }, () => {
    for (const mode of ["EXPLAIN", "PROFILE"]) {
      const { rows } = withLittleStack(() => engineOfOne().run(`${mode} ${text}`));
      expect(rows.length).toBeGreaterThan(2);
    }
  });

  test("have one parse, and can be printed and parsed again", { timeout: TIMEOUT }, () => {
    const readings = withLittleStack(() => parseAll(text));
    expect(readings).toHaveLength(1);
    const [statement] = readings;
    if (statement === undefined) return;
    const printed = withLittleStack(() => printStatement(statement));
    expect(withLittleStack(() => printStatement(parse(printed)))).toBe(printed);
  });
});
