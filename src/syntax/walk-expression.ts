import type { Expression, Variable } from "./ast.ts";

/**
 * Calls `visit` for every node and list of a tree, outermost first, in the order of the text. If `visit` returns false,
 * the parts inside are skipped. Does not recurse, since a chain of operators is as deep as it is long.
 */
export function visitTree(root: object, visit: (part: object) => boolean): void {
  const waiting: object[] = [root];
  for (let tree = waiting.pop(); tree !== undefined; tree = waiting.pop()) {
    if (!visit(tree)) continue;
    const parts = partsOf(tree);
    for (let at = parts.length - 1; at >= 0; at--) waiting.push(parts[at] as object);
  }
}

/** The children of a node or list: nodes and lists, without spans. */
function partsOf(tree: object): readonly object[] {
  const parts: object[] = [];
  for (const key in tree) {
    const part: unknown = tree[key as keyof typeof tree];
    if (typeof part === "object" && part !== null && key !== "span") parts.push(part);
  }
  return parts;
}

/** Whether `predicate` is true for `expression` or any expression inside it, including patterns and subqueries. */
export function someExpression(expression: Expression, predicate: (part: Expression) => boolean): boolean {
  let holds = false;
  visitTree(expression, (part) => {
    if (!holds) holds = isNode(part) && predicate(part);
    return !holds;
  });
  return holds;
}

/** Like {@link someExpression}, without expressions that are evaluated more than once per row. */
export function someOncePerRow(expression: Expression, predicate: (part: Expression) => boolean): boolean {
  const waiting: object[] = [expression];
  for (let tree = waiting.pop(); tree !== undefined; tree = waiting.pop()) {
    if (isNode(tree) && predicate(tree)) return true;
    for (const part of partsOncePerRow(tree)) waiting.push(part);
  }
  return false;
}

/** The children of a node or list, without the bodies of comprehensions, patterns and subqueries. */
function partsOncePerRow(tree: object): readonly object[] {
  if (!isNode(tree)) return partsOf(tree);
  if (isPatternOrSubquery(tree)) return [];
  switch (tree.kind) {
    case "ListComprehension":
    case "Quantifier":
      return [tree.list];
    case "Reduce":
      return [tree.initial, tree.list];
    default:
      return partsOf(tree);
  }
}

/** Whether an expression is a pattern or a subquery. */
export function isPatternOrSubquery({ kind }: Expression): boolean {
  return (
    kind === "ExistsSubquery" ||
    kind === "PatternExpression" ||
    kind === "PatternComprehension" ||
    kind === "ShortestPathExpression"
  );
}

/** A part of a tree, and the names of the local variables there. */
interface ScopedPart {
  readonly tree: object;
  readonly local: ReadonlySet<string>;
}

/**
 * The variables in a tree, except those that a comprehension, quantifier or reduce inside it introduces. Variables that
 * a pattern introduces are included.
 *
 * @param isLeftOut returns true for expressions to skip
 */
export function* freeVariables(root: object, isLeftOut: (part: Expression) => boolean): Iterable<Variable> {
  const waiting: ScopedPart[] = [{ tree: root, local: new Set() }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { tree, local } = part;
    if (isNode(tree) && isLeftOut(tree)) continue;
    if (isNode(tree) && tree.kind === "Variable") {
      if (!local.has(tree.name)) yield tree;
    } else for (const inner of scopedParts(part).reverse()) waiting.push(inner);
  }
}

function scopedParts({ tree, local }: ScopedPart): ScopedPart[] {
  const parts = (trees: readonly (object | undefined)[], known = local) =>
    trees.flatMap((part) => (part === undefined ? [] : [{ tree: part, local: known }]));
  if (!isNode(tree)) return parts(partsOf(tree));
  switch (tree.kind) {
    case "ListComprehension":
    case "Quantifier": {
      const projection = tree.kind === "ListComprehension" ? tree.projection : undefined;
      const inside = new Set([...local, tree.variable.name]);
      return [...parts([tree.list]), ...parts([tree.where, projection], inside)];
    }
    case "Reduce": {
      const inside = new Set([...local, tree.accumulator.name, tree.variable.name]);
      return [...parts([tree.initial, tree.list]), ...parts([tree.expression], inside)];
    }
    default:
      return parts(partsOf(tree));
  }
}

/** The names of all variables in `expression`, including local ones. */
export function variableNames(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  visitTree(expression, (part) => {
    if (isNode(part) && part.kind === "Variable") names.add(part.name);
    return true;
  });
  return names;
}

/**
 * All nodes at or below `root` that satisfy `predicate`, and all their ancestors, as a set: a caller can then check
 * each part of a tree without visiting it again.
 */
export function nodesContaining(root: object, predicate: (part: Expression) => boolean): ReadonlySet<object> {
  const holding = new Set<object>();
  const path: { readonly tree: object; readonly parts: readonly object[]; at: number }[] = [];
  const enter = (tree: object) => {
    path.push({ tree, parts: partsOf(tree), at: 0 });
    if (!isNode(tree) || !predicate(tree)) return;
    for (let at = path.length - 1; at >= 0 && !holding.has((path[at] as { tree: object }).tree); at--) {
      holding.add((path[at] as { tree: object }).tree);
    }
  };
  enter(root);
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const part = last.parts[last.at++];
    if (part === undefined) path.pop();
    else enter(part);
  }
  return holding;
}

/** Every object with a `kind` is treated as a node of the tree; predicates ignore kinds that they do not know. */
function isNode(tree: object): tree is Expression {
  return "kind" in tree;
}
