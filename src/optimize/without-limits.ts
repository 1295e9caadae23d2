import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";

/** The query without its last SKIP and LIMIT, so that it returns all rows of its result. */
export function withoutLimits(query: LogicalQuery): LogicalQuery {
  return { ...query, root: wholeResult(query.root) };
}

function wholeResult(root: LogicalPlan): LogicalPlan {
  if (root.kind === "LogicalUnion") return { ...root, branches: root.branches.map(wholeResult) };
  if (root.kind !== "LogicalResult") return root;
  let { input } = root;
  while (input.kind === "LogicalLimit" || input.kind === "LogicalSkip") ({ input } = input);
  return { ...root, input: input.kind === "LogicalSort" ? { ...input, top: undefined } : input };
}
