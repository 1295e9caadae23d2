import { CypherError } from "../../diagnostics/cypher-error.ts";
import { unreachable } from "../../diagnostics/invariant.ts";
import type { BoundExpression, Comprehension, Quantified, Reduction } from "../../semantics/bound-tree.ts";
import { addItem } from "../../values/budget.ts";
import { isList, typeWithArticle } from "../../values/type-name.ts";
import type { Value, ValueList } from "../../values/value.ts";
import type { Execution } from "../execution.ts";
import { compileTruth } from "./compile-logical.ts";
import { compileReduction } from "./compile-reduction.ts";

type Compile = (part: BoundExpression) => () => Value;

/** Expressions that bind a variable to each item of a list: `[x IN …]`, `any(x IN …)`, `reduce(…)`. */
export function compileIteration(
  expression: Comprehension | Quantified | Reduction,
  execution: Execution,
  compile: Compile,
): () => Value {
  const evaluate = compile(expression.list);
  const list = (): ValueList | null => {
    const value = evaluate();
    if (value === null) return null;
    if (isList(value)) {
      execution.budget.spend(value.length);
      return value;
    }
    const { span } = expression.list;
    throw new CypherError(
      "ArgumentTypeMismatch",
      `a List is needed here, and this is ${typeWithArticle(value)}`,
      {
        span,
      },
    );
  };
  switch (expression.kind) {
    case "Comprehension":
      return compileComprehension(expression, list, execution, compile);
    case "Quantified":
      return compileQuantified(expression, list, execution, compile);
    case "Reduction":
      return compileReduction(expression, list, execution, compile);
    default:
      return unreachable(expression);
  }
}

function compileComprehension(
  { variable, where, projection }: Comprehension,
  list: () => ValueList | null,
  { row, budget }: Execution,
  compile: Compile,
): () => Value {
  const test = where && compileTruth(where, compile);
  const project = projection && compile(projection);
  const { memory } = budget;
  return () => {
    const items = list();
    if (items === null) return null;
    const result: Value[] = [];
    for (const item of items) {
      budget.spend(1);
      row[variable.slot] = item;
      const mark = memory.made;
      if (test !== undefined) {
        const holds = test();
        memory.made = mark;
        if (holds !== true) continue;
      }
      addItem(budget, result);
      result.push(project === undefined ? item : project());
    }
    return result;
  };
}

function compileQuantified(
  { quantifier, variable, where }: Quantified,
  list: () => ValueList | null,
  { row, budget }: Execution,
  compile: Compile,
): () => Value {
  const test = compileTruth(where, compile);
  const { memory } = budget;
  return () => {
    const items = list();
    if (items === null) return null;
    let holds = 0;
    let unknown = 0;
    const mark = memory.made;
    for (const item of items) {
      budget.spend(1);
      row[variable.slot] = item;
      const truth = test();
      memory.made = mark;
      if (truth === true) holds++;
      else if (truth === null) unknown++;
    }
    return quantified(quantifier, holds, unknown, items.length);
  };
}

/** Null if the items with an unknown predicate could change the answer. */
function quantified(
  quantifier: Quantified["quantifier"],
  holds: number,
  unknown: number,
  all: number,
): boolean | null {
  switch (quantifier) {
    case "ANY":
      return holds > 0 ? true : unknown > 0 ? null : false;
    case "NONE":
      return holds > 0 ? false : unknown > 0 ? null : true;
    case "ALL":
      return holds + unknown < all ? false : unknown > 0 ? null : true;
    case "SINGLE":
      return holds > 1 ? false : unknown > 0 ? null : holds === 1;
  }
}
