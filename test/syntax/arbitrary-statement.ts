import fc from "fast-check";
import type {
  Clause,
  Expression,
  MapLiteral,
  PatternPart,
  Projection,
  Statement,
} from "../../src/syntax/ast.ts";

/**
 * Random syntax trees, without spans: any that the grammar can produce, not only meaningful ones. Compare them by
 * `treeText`.
 */
interface Parts {
  readonly expression: Expression;
  readonly map: MapLiteral;
  readonly pattern: PatternPart;
  readonly projection: Projection;
  readonly clause: Clause;
  readonly statement: Statement;
}

const span = { start: 0, end: 0 };
const some = <Item>(item: fc.Arbitrary<Item>) => fc.option(item, { nil: undefined });

const TEXT = fc.oneof(
  fc.constantFrom("", "Xi", "it's", '"', "\\", "a\nb\r\t", "//"),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const NAMES = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a", "b", "n1", "_x", "größe") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "match",
      "two words",
      "`",
      "1",
      "count",
      "any",
      "according",
      "to",
      "shortestPath",
      "",
    ),
  },
);
const NAME = NAMES.map((text) => ({ kind: "Name" as const, text, span }));
const VARIABLE = NAMES.map((name) => ({ kind: "Variable" as const, name, span }));
const STRING = TEXT.map((value) => ({ kind: "StringLiteral" as const, value, span }));
const PARAMETER = fc
  .constantFrom("p", "0", "two words")
  .map((name) => ({ kind: "Parameter" as const, name, span }));
const FUNCTION_NAME = fc.constantFrom(
  "shortestPath",
  "f",
  "size",
  "exists",
  "toUpper",
  "date.truncate",
  "two words",
  "count",
);
const LENGTH = fc.oneof(
  fc.constant({ minimum: undefined, maximum: undefined }),
  fc.record({ minimum: fc.nat(9), maximum: fc.constant(undefined) }),
  fc.record({ minimum: fc.constant(undefined), maximum: fc.nat(9) }),
  fc.record({ minimum: fc.nat(9), maximum: fc.nat(9) }),
);

const SHORTEST = fc.constantFrom(undefined, undefined, "one" as const, "all" as const);

const LITERALS: fc.Arbitrary<Expression> = fc.oneof(
  fc.constant({ kind: "NullLiteral" as const, span }),
  fc.boolean().map((value) => ({ kind: "BooleanLiteral" as const, value, span })),
  fc.bigInt({ min: 0n, max: 2n ** 63n }).map((value) => ({ kind: "IntegerLiteral" as const, value, span })),
  fc
    .double({ min: 0, noNaN: true, noDefaultInfinity: true })
    .filter((value) => !Object.is(value, -0))
    .map((value) => ({ kind: "FloatLiteral" as const, value, span })),
  STRING,
  VARIABLE,
  PARAMETER,
  fc.constant({ kind: "CountStar" as const, span }),
);

export const arbitraryParts = fc.letrec<Parts>((tie: fc.LetrecTypedTie<Parts>) => {
  const expression = tie("expression");
  const list = (minLength: number) => fc.array(expression, { minLength, maxLength: 3 });
  const properties = some(tie("map"));
  const labels = fc.array(NAME, { maxLength: 2 });
  const node = fc.record({
    kind: fc.constant("NodePattern" as const),
    variable: some(VARIABLE),
    name: some(STRING),
    labels,
    properties,
    span: fc.constant(span),
  });
  const relationship = fc.record({
    kind: fc.constant("RelationshipPattern" as const),
    variable: some(VARIABLE),
    types: labels,
    direction: fc.constantFrom("outgoing" as const, "incoming" as const, "both" as const),
    length: some(LENGTH),
    properties,
    span: fc.constant(span),
  });
  const step = fc.record({ relationship, node });
  /** A pattern in an expression: with a relationship, and a first node that differs from a name in parentheses. */
  const inner = fc.record({
    kind: fc.constant("PatternPart" as const),
    variable: fc.constant(undefined),
    start: node,
    steps: fc.array(step, { minLength: 1, maxLength: 2 }),
    shortest: fc.constant(undefined),
    span: fc.constant(span),
  });
  const searched = fc
    .tuple(fc.constantFrom("one" as const, "all" as const), fc.array(step, { maxLength: 2 }), node)
    .map(([shortest, steps, start]) => ({
      kind: "PatternPart" as const,
      variable: undefined,
      start,
      steps,
      shortest,
      span,
    }));
  const one = <Kind extends string, Rest extends object>(
    kind: Kind,
    rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
  ) =>
    fc.record({
      kind: fc.constant(kind),
      span: fc.constant(span),
      ...rest,
    }) as unknown as fc.Arbitrary<Expression>;
  const sort = fc.record({
    kind: fc.constant("SortItem" as const),
    expression,
    descending: fc.boolean(),
    span: fc.constant(span),
  });
  const item = fc.record({
    kind: fc.constant("ProjectionItem" as const),
    expression,
    alias: some(VARIABLE),
    span: fc.constant(span),
  });
  return {
    map: fc
      .array(fc.record({ key: NAME, value: expression }), { maxLength: 2 })
      .map((entries) => ({ kind: "MapLiteral" as const, entries, span })),
    expression: fc.oneof<fc.Arbitrary<Expression>[]>(
      { depthSize: "small", withCrossShrink: true },
      LITERALS,
      tie("map"),
      one("ListLiteral", { items: list(0) }),
      one("PropertyAccess", { object: expression, key: NAME }),
      one("IndexAccess", { object: expression, index: expression }),
      one("SliceAccess", { object: expression, from: expression, to: some(expression) }),
      one("LabelCheck", { object: expression, labels: fc.array(NAME, { minLength: 1, maxLength: 2 }) }),
      one("LogicalExpression", { operator: fc.constantFrom("AND", "OR", "XOR"), operands: list(2) }),
      one("NotExpression", { operand: expression }),
      list(2).chain((operands) =>
        one("ComparisonExpression", {
          operands: fc.constant(operands),
          operators: fc.array(fc.constantFrom("=", "<>", "<", "<=", ">", ">="), {
            minLength: operands.length - 1,
            maxLength: operands.length - 1,
          }),
        }),
      ),
      one("BinaryExpression", {
        operator: fc.constantFrom(
          "+",
          "-",
          "*",
          "/",
          "%",
          "^",
          "IN",
          "STARTS WITH",
          "ENDS WITH",
          "CONTAINS",
          "=~",
        ),
        left: expression,
        right: expression,
      }),
      one("UnaryExpression", { operator: fc.constantFrom("+", "-"), operand: expression }),
      one("NullCheck", { operand: expression, negated: fc.boolean() }),
      one("FunctionCall", {
        name: FUNCTION_NAME,
        nameSpan: fc.constant(span),
        distinct: fc.boolean(),
        arguments: list(0),
      }),
      one("CaseExpression", {
        subject: some(expression),
        branches: fc.array(fc.record({ condition: expression, result: expression }), {
          minLength: 1,
          maxLength: 2,
        }),
        otherwise: some(expression),
      }),
      one("ListComprehension", {
        variable: VARIABLE,
        list: expression,
        where: some(expression),
        projection: some(expression),
      }),
      one("Quantifier", {
        quantifier: fc.constantFrom("ALL", "ANY", "NONE", "SINGLE"),
        variable: VARIABLE,
        list: expression,
        where: expression,
      }),
      one("Reduce", {
        accumulator: VARIABLE,
        initial: expression,
        variable: VARIABLE,
        list: expression,
        expression,
      }),
      one("PatternExpression", { pattern: inner }),
      one("ShortestPathExpression", { pattern: searched }),
      one("PatternComprehension", { pattern: inner, where: some(expression), projection: expression }),
    ),
    pattern: fc.record({
      kind: fc.constant("PatternPart" as const),
      variable: some(VARIABLE),
      start: node,
      steps: fc.array(step, { maxLength: 2 }),
      shortest: SHORTEST,
      span: fc.constant(span),
    }),
    projection: fc
      .record({
        kind: fc.constant("Projection" as const),
        distinct: fc.boolean(),
        star: fc.boolean(),
        items: fc.array(item, { maxLength: 2 }),
        orderBy: fc.array(sort, { maxLength: 2 }),
        skip: some(expression),
        limit: some(expression),
        span: fc.constant(span),
      })
      .filter(({ star, items }) => star || items.length > 0),
    clause: fc.oneof(
      fc.record({
        kind: fc.constant("MatchClause" as const),
        optional: fc.boolean(),
        bare: fc.constant(false),
        patterns: fc.array(tie("pattern"), { minLength: 1, maxLength: 2 }),
        accordingTo: some(STRING),
        where: some(expression),
        span: fc.constant(span),
      }),
      fc.record({
        kind: fc.constant("UnwindClause" as const),
        list: expression,
        variable: VARIABLE,
        span: fc.constant(span),
      }),
      fc.record({
        kind: fc.constant("CreateClause" as const),
        patterns: fc.array(tie("pattern"), { minLength: 1, maxLength: 2 }),
        span: fc.constant(span),
      }),
      fc.record({
        kind: fc.constant("WithClause" as const),
        projection: tie("projection"),
        where: some(expression),
        span: fc.constant(span),
      }),
      fc.record({
        kind: fc.constant("ReturnClause" as const),
        projection: tie("projection"),
        span: fc.constant(span),
      }),
    ),
    statement: fc
      .array(
        fc
          .array(tie("clause"), { minLength: 1, maxLength: 3 })
          .map((clauses) => ({ kind: "SingleQuery" as const, clauses, span })),
        { minLength: 1, maxLength: 2 },
      )
      .chain((branches) =>
        fc.record({
          kind: fc.constant("Statement" as const),
          mode: fc.constantFrom("run" as const, "explain" as const),
          branches: fc.constant(branches),
          unionAll: fc.array(fc.boolean(), {
            minLength: branches.length - 1,
            maxLength: branches.length - 1,
          }),
          span: fc.constant(span),
        }),
      ),
  };
});
