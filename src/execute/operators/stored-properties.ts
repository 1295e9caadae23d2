import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";
import type { Budget } from "../../values/budget.ts";
import { isList, isMap, typeWithArticle } from "../../values/type-name.ts";
import { Node, Path, Relationship, type Value, type ValueMap } from "../../values/value.ts";
import type { Execution } from "../execution.ts";
import { compileExpression } from "../expressions/compile-expression.ts";
import { currentEntity } from "../expressions/current-value.ts";

/**
 * Evaluates the properties to write: a map, or the properties of an entity.
 *
 * @throws CypherError `ArgumentTypeMismatch` for other values, `InvalidPropertyType` for a property that cannot be
 *   stored
 */
export function propertyEvaluator(
  properties: BoundExpression | undefined,
  execution: Execution,
): () => ValueMap {
  if (properties === undefined) return () => ({});
  const evaluate = compileExpression(properties, execution);
  const { span } = properties;
  return () => {
    const value = evaluate();
    if (value instanceof Node || value instanceof Relationship)
      return currentEntity(value, execution, span).properties;
    if (!isMap(value)) {
      throw new CypherError(
        "ArgumentTypeMismatch",
        `properties must be a Map, but this is ${typeWithArticle(value)}`,
        { span },
      );
    }
    for (const [key, property] of Object.entries(value)) checkStorable(key, property, span, execution.budget);
    return value;
  };
}

/**
 * A property must be a scalar or a list of scalars.
 *
 * @throws CypherError `InvalidPropertyType` for other values
 */
export function checkStorable(key: string, value: Value, span: Span, budget: Budget): void {
  const items = isList(value) ? value : [value];
  const wrong = items.find((item) => {
    budget.spend(1);
    return (
      typeof item === "object" &&
      (isMap(item) ||
        isList(item) ||
        item instanceof Node ||
        item instanceof Relationship ||
        item instanceof Path)
    );
  });
  if (wrong === undefined) return;
  const what = `${typeWithArticle(wrong)}${isList(value) ? " in a List" : ""}`;
  throw new CypherError("InvalidPropertyType", `the property ${key} cannot hold ${what}`, { span });
}
