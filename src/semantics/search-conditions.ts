import { mapTree } from "../syntax/map-tree.ts";
import type {
  BoundExpression,
  BoundPatternPart,
  BoundSearch,
  BoundVariable,
  PathPredicate,
} from "./bound-tree.ts";
import { variablesRead } from "./visit-expression.ts";

/** The parts of a pattern with the conditions of their searches, and the remaining predicates. */
interface Divided {
  readonly parts: readonly BoundPatternPart[];
  readonly predicates: readonly BoundExpression[];
}

/**
 * Divides predicates into conditions of shortest-path searches and others. The result must be the shortest path that
 * meets the conditions, not the shortest path of all if it happens to meet them. Conditions on each single node or
 * relationship of the path are therefore passed to the search, which skips nodes and relationships that fail them:
 * `all(x IN nodes(p) WHERE …)`, `none(x IN relationships(p) WHERE …)`, the same for the relationship variable, and
 * predicates on a single relationship. All other predicates are evaluated on the path that was found.
 */
export function divideConditions(
  parts: readonly BoundPatternPart[],
  predicates: readonly BoundExpression[],
): Divided {
  const searches = parts.filter(({ search }) => search !== undefined);
  if (searches.length === 0) return { parts, predicates };
  const found = new Set(searches.flatMap(({ path, steps }) => [path, steps[0]?.relationship.variable]));
  const left = new Set(predicates.flatMap(conjuncts));
  const divided = parts.map((part): BoundPatternPart => {
    if (part.search === undefined) return part;
    const nodes: PathPredicate[] = [];
    const relationships: PathPredicate[] = [];
    for (const predicate of left) {
      const condition = conditionOf(predicate, part);
      if (condition === undefined) continue;
      // The result of a search is not known during the search.
      const reads = new Set(variablesRead(condition.predicate));
      reads.delete(condition.variable);
      if ([...reads].some((variable) => found.has(variable))) continue;
      (condition.variable.type === "node" ? nodes : relationships).push(condition);
      left.delete(predicate);
    }
    const search: BoundSearch = { ...part.search, nodes, relationships };
    return { ...part, search };
  });
  return { parts: divided, predicates: [...left] };
}

function conjuncts(predicate: BoundExpression): readonly BoundExpression[] {
  return predicate.kind === "Logical" && predicate.operator === "AND"
    ? predicate.operands.flatMap(conjuncts)
    : [predicate];
}

/** The predicate as a condition on each single node or relationship of the part's path; undefined if it is not one. */
export function conditionOf(
  predicate: BoundExpression,
  part: Pick<BoundPatternPart, "path" | "steps">,
): PathPredicate | undefined {
  const relationship = part.steps[0]?.relationship.variable;
  if (relationship?.type === "relationship") {
    return variablesRead(predicate).has(relationship)
      ? { variable: relationship, predicate, truth: true }
      : undefined;
  }
  if (predicate.kind === "Not" && predicate.operand.kind === "Quantified") {
    // NOT any(…) is none(…).
    return predicate.operand.quantifier === "ANY"
      ? conditionOf({ ...predicate.operand, quantifier: "NONE" }, part)
      : undefined;
  }
  if (predicate.kind !== "Quantified") return undefined;
  const { quantifier, variable, list, where } = predicate;
  if (quantifier !== "ALL" && quantifier !== "NONE") return undefined;
  const type = elementsOf(list, part);
  if (type === undefined) return undefined;
  const typed: BoundVariable = { ...variable, type };
  return {
    variable: typed,
    predicate: mapTree(where, (node) => (node === variable ? typed : node)),
    truth: quantifier === "ALL",
  };
}

/** The type of items in `nodes(path)`, `relationships(path)`, or the relationship variable; otherwise undefined. */
function elementsOf(
  list: BoundExpression,
  { path, steps }: Pick<BoundPatternPart, "path" | "steps">,
): "node" | "relationship" | undefined {
  if (list.kind === "VariableReference")
    return list.variable === steps[0]?.relationship.variable ? "relationship" : undefined;
  if (list.kind !== "Call") return undefined;
  const [argument] = list.arguments;
  if (path === undefined || argument?.kind !== "VariableReference" || argument.variable !== path)
    return undefined;
  const { name } = list.definition;
  return name === "nodes" ? "node" : name === "relationships" ? "relationship" : undefined;
}
