import type { Expression, Variable } from "./ast.ts";

/** Whether `predicate` holds for `expression` or for any expression inside it, patterns and queries included. */
export function someExpression(expression: Expression, predicate: (part: Expression) => boolean): boolean {
  return predicate(expression) || someInside(expression, predicate);
}

/** As {@link someExpression}, without the expressions that are evaluated more than once for a row. */
export function someOncePerRow(expression: Expression, predicate: (part: Expression) => boolean): boolean {
  return predicate(expression) || partsOncePerRow(expression).some((part) => someOncePerRow(part, predicate));
}

/** The expressions directly inside one, without the bodies of comprehensions, patterns and subqueries. */
function partsOncePerRow(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "ExistsSubquery":
    case "PatternExpression":
    case "PatternComprehension":
    case "ShortestPathExpression":
      return [];
    case "ListComprehension":
    case "Quantifier":
      return [expression.list];
    case "Reduce":
      return [expression.initial, expression.list];
    default:
      return innermostParts(expression);
  }
}

/** The nearest nodes of the tree below one: predicates ignore the kinds that they do not know. */
function innermostParts(value: object): Expression[] {
  return (Object.values(value) as unknown[]).flatMap((part) => {
    if (typeof part !== "object" || part === null) return [];
    return "kind" in part ? [part as Expression] : innermostParts(part);
  });
}

/** Whether an expression holds patterns or queries of its own at its top. */
export function isOfPattern({ kind }: Expression): boolean {
  return (
    kind === "ExistsSubquery" ||
    kind === "PatternExpression" ||
    kind === "PatternComprehension" ||
    kind === "ShortestPathExpression"
  );
}

/**
 * The variables in a tree, but for those that a comprehension, quantifier or reduce in it brings; what a pattern brings
 * counts.
 *
 * @param isLeftOut says which expressions are not looked into
 */
export function* freeVariables(
  tree: object,
  isLeftOut: (part: Expression) => boolean,
  local: ReadonlySet<string> = new Set(),
): Iterable<Variable> {
  const part = tree as Expression;
  if ("kind" in tree && isLeftOut(part)) return;
  if (part.kind === "Variable") {
    if (!local.has(part.name)) yield part;
    return;
  }
  if (part.kind === "ListComprehension" || part.kind === "Quantifier") {
    const inside = new Set([...local, part.variable.name]);
    yield* freeVariables(part.list, isLeftOut, local);
    if (part.where !== undefined) yield* freeVariables(part.where, isLeftOut, inside);
    if (part.kind === "ListComprehension" && part.projection !== undefined)
      yield* freeVariables(part.projection, isLeftOut, inside);
    return;
  }
  if (part.kind === "Reduce") {
    const { accumulator, variable, initial, list, expression } = part;
    yield* freeVariables([initial, list], isLeftOut, local);
    yield* freeVariables(expression, isLeftOut, new Set([...local, accumulator.name, variable.name]));
    return;
  }
  for (const inner of Object.values(tree) as unknown[])
    if (typeof inner === "object" && inner !== null) yield* freeVariables(inner, isLeftOut, local);
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
