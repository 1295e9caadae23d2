import type { BoundExpression, BoundPattern, BoundVariable } from "../semantics/bound-tree.ts";
import { uniquenessBlock } from "../semantics/differ-predicates.ts";
import type { LogicalPlan } from "./logical-plan.ts";

/**
 * Plans a pattern in the order of the text: each part from its first node along its steps, then the shortest paths,
 * which are searched between bound nodes, then the predicates. The optimizer finds better orders; this one is the
 * reference with which tests compare the optimizer's rows.
 *
 * @param bound the variables in the rows of `input`; variables that the pattern binds are added
 */
export function planPattern(
  pattern: BoundPattern,
  input: LogicalPlan,
  bound: Set<BoundVariable>,
): LogicalPlan {
  let plan = input;
  let relationships: BoundVariable[] = [];
  const block = uniquenessBlock(pattern.parts);
  const scan = (node: BoundVariable) => {
    if (bound.has(node)) return;
    plan = { kind: "LogicalNodeScan", input: plan, variable: node, label: undefined };
    bound.add(node);
  };
  for (const { start, steps, path } of pattern.parts.filter(({ search }) => search === undefined)) {
    if (!bound.has(start)) scan(start);
    else if (steps.length === 0) {
      // A step from null finds nothing anyway; a single node needs a check.
      plan = { kind: "LogicalFilter", input: plan, predicate: isNotNull(start) };
    }
    let from = start;
    for (const { relationship, node } of steps) {
      plan = {
        kind: relationship.length === undefined ? "LogicalExpand" : "LogicalVariableExpand",
        input: plan,
        from,
        relationship,
        to: node,
        into: bound.has(node),
        bound: bound.has(relationship.variable),
        reversed: false,
        distinctFrom: [...relationships],
      };
      // A predicate of the pattern ensures that relationships of different blocks differ.
      if (relationships.length === block - 1) relationships = [];
      else relationships.push(relationship.variable);
      bound.add(relationship.variable).add(node);
      from = node;
    }
    if (path !== undefined) {
      plan = { kind: "LogicalPath", input: plan, path, part: { path, start, steps } };
      bound.add(path);
    }
  }
  for (const { start: from, steps, path, search } of pattern.parts) {
    const [step] = steps;
    if (search === undefined || step === undefined) continue;
    const { relationship, node: to } = step;
    scan(from);
    scan(to);
    plan = { kind: "LogicalShortestPath", input: plan, from, relationship, to, path, search };
  }
  for (const predicate of pattern.predicates) plan = { kind: "LogicalFilter", input: plan, predicate };
  return plan;
}

function isNotNull(variable: BoundVariable): BoundExpression {
  const span = { start: 0, end: 0 };
  return { kind: "IsNull", operand: { kind: "VariableReference", variable, span }, negated: true, span };
}
