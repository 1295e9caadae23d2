import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import type { LogicalNodeSeek } from "../../plan/logical-plan.ts";
import type { Budget } from "../../values/budget.ts";
import { type GroupKey, groupKey } from "../../values/group-key.ts";
import { isList, typeWithArticle } from "../../values/type-name.ts";
import type { Value } from "../../values/value.ts";
import { type Execution, type Next, onceUnlessWriting } from "../execution.ts";
import { compileReleased } from "../expressions/compile-measured.ts";

/** Finds the nodes with each value that the property may have. */
export function nodeSeek(plan: LogicalNodeSeek, execution: Execution, next: Next): Next {
  const { row } = execution;
  const { key } = plan;
  const { slot } = plan.variable;
  const countDbHits = execution.budget.dbHitCounter(plan);
  const evaluate = compileReleased(plan.value, execution);
  const postings = onceUnlessWriting(execution, () => execution.index.nodesByCode(key));
  const column = onceUnlessWriting(execution, () => execution.index.nodeColumn(key));
  const take = (code: number): boolean => {
    const nodes = postings().list(code);
    countDbHits(nodes.length);
    for (let at = 0; at < nodes.length; at++) {
      row[slot] = nodes[at] as number;
      if (!next()) return false;
    }
    return true;
  };
  const codesOf = (value: Value): readonly number[] => {
    switch (plan.match) {
      case "equal":
        return column().codesEqualTo(value);
      case "one of":
        return codesOfItems(value, plan.value.span, execution.budget, (item) => column().codesEqualTo(item));
      case "containing":
        return typeof value === "string" ? execution.index.nodeTextIndex(key).codesContaining(value) : [];
    }
  };
  return () => {
    const value = evaluate();
    // The most frequent lookup: a string has at most one code.
    if (plan.match === "equal" && typeof value === "string") {
      const code = column().codeOf(value);
      return code === undefined || take(code);
    }
    return codesOf(value).every(take);
  };
}

/** The codes of values that equal any item of a list, each once. */
function codesOfItems(
  list: Value,
  span: Span,
  budget: Budget,
  codesEqualTo: (item: Value) => readonly number[],
): readonly number[] {
  if (list === null) return [];
  if (!isList(list)) {
    const message = `IN takes a List on its right, not ${typeWithArticle(list)}`;
    throw new CypherError("ArgumentTypeMismatch", message, { span });
  }
  const items = new Map<GroupKey, Value>();
  for (const item of list) {
    budget.spend(1);
    items.set(groupKey(item, budget), item);
  }
  return [...new Set([...items.values()].flatMap(codesEqualTo))];
}
