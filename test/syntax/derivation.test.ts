import nearley from "nearley";
import { expect, test } from "vitest";
import { buildTree, deferPostprocessing, type Rule } from "../../src/syntax/derivation.ts";
import { parse } from "../../src/syntax/parse.ts";

type Parts = readonly unknown[];

test("each node of a tree is built once, also in a long list", () => {
  let built = 0;
  const list = (parts: Parts) => {
    built++;
    return parts;
  };
  const grammar = new nearley.Grammar([
    new nearley.Rule("start", ["list"], list),
    new nearley.Rule("list", [{ literal: "x" }], ([x]: Parts) => [x]),
    new nearley.Rule("list", ["list", { literal: "x" }], list),
  ]);
  deferPostprocessing(grammar.rules as Rule[]);
  // deferPostprocessing calls the postprocessors to find those that only return their part.
  built = 0;
  const parser = new nearley.Parser(grammar);
  parser.feed("x".repeat(1000));
  expect(built).toBe(0);
  buildTree(parser.results[0]);
  expect(built).toBe(1000);
});

test("an empty rule, or one that only returns its part, has the same result as before", () => {
  const grammar = new nearley.Grammar([
    new nearley.Rule("start", ["same", { literal: "x" }], ([same, x]: Parts) => ({ same, x })),
    new nearley.Rule("same", ["absent"], ([absent]: Parts) => absent),
    new nearley.Rule("absent", [], () => null),
  ]);
  deferPostprocessing(grammar.rules as Rule[]);
  const parser = new nearley.Parser(grammar);
  parser.feed("x");
  expect(parser.results.map(buildTree)).toEqual([{ same: null, x: "x" }]);
});

test("a very long list is parsed", () => {
  const statement = parse(`RETURN [${"0,".repeat(100_000)}0] AS list`);
  const [clause] = statement.branches[0]?.clauses ?? [];
  const items = clause?.kind === "ReturnClause" ? clause.projection.items : [];
  expect(items[0]?.expression).toMatchObject({ kind: "ListLiteral", span: { start: 7, end: 200_010 } });
});
