import { oneOf } from "../diagnostics/nearest-names.ts";
import type { FunctionDefinition } from "../functions/definition.ts";
import { OPERATORS } from "../functions/operators.ts";
import { type TypeName, withArticle } from "../values/type-name.ts";
import type { BoundExpression, BoundQuery, Call, PropertyOf } from "./bound-tree.ts";
import { acceptedTypes, inferType } from "./infer-type.ts";
import type { Problems } from "./problems.ts";
import { mayBe } from "./static-type.ts";
import { patternPredicates, queryExpressions, visitExpression } from "./visit-expression.ts";

/** Reports every operand and argument whose type is wrong for every row. */
export function checkTypes(query: Pick<BoundQuery, "branches">, problems: Problems): void {
  for (const { expression, isPredicate } of queryExpressions(query)) {
    if (isPredicate) expectType(expression, ["Boolean"], problems);
    visitExpression(expression, (part) => checkExpression(part, problems));
  }
}

function checkExpression(expression: BoundExpression, problems: Problems): void {
  switch (expression.kind) {
    case "Logical":
      for (const operand of expression.operands) expectType(operand, ["Boolean"], problems);
      break;
    case "Not":
      expectType(expression.operand, ["Boolean"], problems);
      break;
    case "Comprehension":
    case "Quantified":
      expectType(expression.list, ["List"], problems);
      if (expression.where !== undefined) expectType(expression.where, ["Boolean"], problems);
      break;
    case "Reduction":
      expectType(expression.list, ["List"], problems);
      break;
    case "Case":
      if (expression.subject === undefined)
        for (const { condition } of expression.branches) expectType(condition, ["Boolean"], problems);
      break;
    case "PatternExists":
    case "PatternCollection":
      for (const predicate of patternPredicates(expression.pattern))
        expectType(predicate, ["Boolean"], problems);
      break;
    case "SubqueryExists":
      for (const part of queryExpressions(expression))
        if (part.isPredicate) expectType(part.expression, ["Boolean"], problems);
      break;
    case "PropertyOf":
      checkProperty(expression, problems);
      break;
    case "Call":
      checkCall(expression, problems);
      break;
    default:
  }
}

/** Types without properties. Temporal types are not included: their components are read like properties. */
const WITHOUT_PROPERTIES: readonly TypeName[] = ["Boolean", "Integer", "Float", "String", "List", "Path"];

function checkProperty({ object, key, span }: PropertyOf, problems: Problems): void {
  const { kind } = inferType(object);
  if (kind === "Any" || !WITHOUT_PROPERTIES.includes(kind)) return;
  // The TCK expects another class of error for paths.
  problems.report(
    kind === "Path" ? "InvalidArgumentType" : "PropertyOfNonMap",
    `${withArticle(kind)} has no property ${key}`,
    { span },
  );
}

function checkCall(call: Call, problems: Problems): void {
  const { definition, arguments: args } = call;
  const [, right] = args;
  if (definition === OPERATORS.IN && right !== undefined) expectType(right, ["List"], problems);
  else if (ARITHMETIC.has(definition)) checkArithmetic(call, problems);
  else {
    for (const [at, argument] of args.entries()) {
      const accepted = acceptedTypes(call, at);
      if (accepted !== undefined) expectType(argument, accepted, problems);
    }
  }
}

const ARITHMETIC: ReadonlySet<FunctionDefinition> = new Set([
  OPERATORS["+"],
  OPERATORS["-"],
  OPERATORS["*"],
  OPERATORS["/"],
  OPERATORS["%"],
  OPERATORS["^"],
  OPERATORS["unary -"],
  OPERATORS["unary +"],
]);

/** Types that no arithmetic operator accepts. `+` also concatenates strings and lists, and appends to a list. */
const NOT_ARITHMETIC: readonly TypeName[] = ["Boolean", "Map", "Node", "Relationship", "Path"];

function checkArithmetic({ definition, arguments: args }: Call, problems: Problems): void {
  const kinds = args.map((argument) => inferType(argument).kind);
  const joins = definition === OPERATORS["+"];
  if (joins && kinds.some((kind) => kind === "List" || kind === "Any")) return;
  const wrong = joins ? NOT_ARITHMETIC : [...NOT_ARITHMETIC, "String", "List"];
  for (const [at, kind] of kinds.entries()) {
    if (kind === "Any" || !wrong.includes(kind)) continue;
    const span = args[at]?.span;
    problems.report("InvalidArgumentType", `${definition.name} is not defined for ${withArticle(kind)}`, {
      span,
    });
  }
}

function expectType(expression: BoundExpression, accepted: readonly TypeName[], problems: Problems): void {
  const type = inferType(expression);
  if (mayBe(type, accepted)) return;
  problems.report(
    "InvalidArgumentType",
    `${oneOf(accepted.map(withArticle))} is needed here, and this is ${withArticle(type.kind)}`,
    {
      span: expression.span,
      hint: dateHint(expression),
    },
  );
}

/** Hint for a date without quotes, which is a subtraction of integers: `date(2025-10-12)`. */
function dateHint(expression: BoundExpression): string | undefined {
  const [year, month, day] = subtracted(expression);
  if (year === undefined || month === undefined || day === undefined || year < 1000) return undefined;
  return `write a date in quotes: '${year}-${month}-${day}'`;
}

/** The integers of `a-b-c` if it is written without blanks. */
function subtracted(expression: BoundExpression): readonly number[] {
  if (expression.kind === "Constant") return typeof expression.value === "number" ? [expression.value] : [];
  if (expression.kind !== "Call" || expression.definition !== OPERATORS["-"]) return [];
  const [left, right] = expression.arguments;
  if (left === undefined || right === undefined || left.span.end + 1 !== right.span.start) return [];
  return [...subtracted(left), ...subtracted(right)];
}
