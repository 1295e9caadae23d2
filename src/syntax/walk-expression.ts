import type { Expression } from "./ast.ts";

/** Whether `predicate` holds for `expression` or for any expression inside it, patterns included. */
export function someExpression(expression: Expression, predicate: (part: Expression) => boolean): boolean {
  return predicate(expression) || someInside(expression, predicate);
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
function someInside(value: object, predicate: (part: Expression) => boolean): boolean {
  for (const part of Object.values(value) as unknown[]) {
    if (typeof part !== "object" || part === null) continue;
    if ("kind" in part && predicate(part as Expression)) return true;
    if (someInside(part, predicate)) return true;
  }
  return false;
}
