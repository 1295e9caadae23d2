import type { Expression } from "./ast.ts";

/** Whether `predicate` holds for `expression` or for any expression inside it, patterns and queries included. */
export function someExpression(expression: Expression, predicate: (part: Expression) => boolean): boolean {
  return predicate(expression) || someInside(expression, predicate);
}

/** As {@link someExpression}, without what stands in the query of an `EXISTS { … }`. */
export function someOutsideSubquery(
  expression: Expression,
  predicate: (part: Expression) => boolean,
): boolean {
  if (expression.kind === "ExistsSubquery") return false;
  return predicate(expression) || someInside(expression, predicate, (part) => part.kind === "ExistsSubquery");
}

/** The names of all variables that stand in `expression`, its own local ones too. */
export function variableNames(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  someExpression(expression, (part) => {
    if (part.kind === "Variable") names.add(part.name);
    return false;
  });
  return names;
}

/** Every object below that has a `kind` is a node of the tree; predicates ignore the kinds that they do not know. */
function someInside(
  value: object,
  predicate: (part: Expression) => boolean,
  isLeftOut: (part: Expression) => boolean = () => false,
): boolean {
  for (const part of Object.values(value) as unknown[]) {
    if (typeof part !== "object" || part === null) continue;
    if ("kind" in part && isLeftOut(part as Expression)) continue;
    if ("kind" in part && predicate(part as Expression)) return true;
    if (someInside(part, predicate, isLeftOut)) return true;
  }
  return false;
}
