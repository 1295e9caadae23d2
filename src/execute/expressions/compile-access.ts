import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { BoundExpression, IndexOf, SliceOf } from "../../semantics/bound-tree.ts";
import { type Budget, makeList } from "../../values/budget.ts";
import { isInteger } from "../../values/numbers.ts";
import { isTemporal } from "../../values/temporal/temporal.ts";
import { isList, isMap, typeWithArticle } from "../../values/type-name.ts";
import type { Value } from "../../values/value.ts";
import type { Execution } from "../execution.ts";
import { componentAt } from "./component-at.ts";
import { withoutEntity } from "./current-value.ts";

/** `list[i]`, `map[key]`, `entity[key]`, `temporal[component]` and `list[from..to]`. */
export function compileAccess(
  expression: IndexOf | SliceOf,
  execution: Execution,
  compile: (part: BoundExpression) => () => Value,
): () => Value {
  const object = compile(expression.object);
  if (expression.kind === "IndexOf") {
    const index = compile(expression.index);
    return () => element(object(), index(), expression, execution);
  }
  const from = expression.from && compile(expression.from);
  const to = expression.to && compile(expression.to);
  return () => slice(object(), { from: from?.(), to: to?.() }, execution.budget, expression);
}

/** List positions are 0-based; negative ones count from the end; a position outside the list returns null. */
function element(object: Value, index: Value, { span }: IndexOf, execution: Execution): Value {
  if (object === null || index === null) return null;
  if (isList(object)) {
    if (isInteger(index)) return object.at(Number(index)) ?? null;
    throw new CypherError(
      "ListElementAccessByNonInteger",
      `a list index must be an Integer, not ${typeWithArticle(index)}`,
      {
        span,
      },
    );
  }
  const map = withoutEntity(object, execution, span);
  if (isMap(map)) {
    if (typeof index === "string") return Object.hasOwn(map, index) ? (map[index] ?? null) : null;
    throw new CypherError(
      "MapElementAccessByNonString",
      `a map key must be a String, not ${typeWithArticle(index)}`,
      {
        span,
      },
    );
  }
  if (isTemporal(object) && typeof index === "string") return componentAt(object, index, span);
  throw new CypherError("ArgumentTypeMismatch", `${typeWithArticle(object)} cannot be indexed`, { span });
}

function slice(
  object: Value,
  { from, to }: { readonly from: Value | undefined; readonly to: Value | undefined },
  budget: Budget,
  { span }: SliceOf,
): Value {
  if (object === null || from === null || to === null) return null;
  if (!isList(object)) {
    throw new CypherError("ArgumentTypeMismatch", `${typeWithArticle(object)} cannot be sliced`, { span });
  }
  const position = (value: Value | undefined): number | undefined => {
    if (value === undefined) return undefined;
    if (isInteger(value)) return Number(value);
    throw new CypherError(
      "ListElementAccessByNonInteger",
      `the bounds of a slice must be Integers, not ${typeWithArticle(value)}`,
      {
        span,
      },
    );
  };
  const items = object.slice(position(from), position(to));
  makeList(budget, items.length);
  return items;
}
