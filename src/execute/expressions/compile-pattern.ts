import { invariant } from "../../diagnostics/invariant.ts";
import type { LogicalPlan, SubplanExpression } from "../../plan/logical-plan.ts";
import type { BoundExpression, PatternCollection } from "../../semantics/bound-tree.ts";
import { addItem } from "../../values/budget.ts";
import type { Value } from "../../values/value.ts";
import type { EvidenceStore } from "../evidence/evidence-store.ts";
import type { Execution } from "../execution.ts";

type Compile = (part: BoundExpression) => () => Value;

/**
 * A pattern or query inside an expression: its plan runs for the current row, until the first match or for all
 * matches. If evidence is recorded, that of the matches is added to the evidence of the row.
 */
export function compilePattern(
  expression: SubplanExpression,
  execution: Execution,
  compile: Compile,
): () => Value {
  const plan = execution.subplans.get(expression);
  invariant(plan !== undefined, "a pattern in an expression has no plan");
  const { evidence } = execution;
  if (expression.kind !== "PatternCollection") {
    return evidence === undefined ? exists(plan, execution) : existsWithEvidence(plan, execution, evidence);
  }
  return evidence === undefined
    ? collection(plan, expression, execution, compile)
    : collectionWithEvidence(plan, expression, execution, { compile, store: evidence });
}

function exists(plan: LogicalPlan, execution: Execution): () => Value {
  let found = false;
  const match = execution.open(plan, () => {
    found = true;
    return false;
  });
  const { memory } = execution.budget;
  return () => {
    const mark = memory.made;
    found = false;
    execution.matchNow(match);
    memory.made = mark;
    return found;
  };
}

function collection(
  plan: LogicalPlan,
  { projection }: PatternCollection,
  execution: Execution,
  compile: Compile,
): () => Value {
  const items = collectedItems(compile(projection), execution);
  const match = execution.open(plan, () => {
    items.add();
    return true;
  });
  return () => {
    items.begin();
    execution.matchNow(match);
    return items.end();
  };
}

/** A list that grows with each match. Memory made for a match is released when it returns, except that of the list. */
interface CollectedItems {
  readonly begin: () => void;
  readonly add: () => void;
  readonly end: () => Value;
}

function collectedItems(project: () => Value, { budget }: Execution): CollectedItems {
  const { memory } = budget;
  let items: Value[] = [];
  let mark = 0;
  let held = 0;
  return {
    begin: () => {
      items = [];
      mark = memory.made;
      held = 0;
    },
    add: () => {
      const before = memory.made;
      addItem(budget, items);
      items.push(project());
      const bytes = memory.made - before;
      memory.made = before;
      held += bytes;
      memory.hold(bytes);
    },
    end: () => {
      memory.hold(-held);
      memory.made = mark + held;
      return items;
    },
  };
}

/** The first match becomes evidence of the row. */
function existsWithEvidence(plan: LogicalPlan, execution: Execution, store: EvidenceStore): () => Value {
  const { row } = execution;
  const { memory } = execution.budget;
  const { slot } = store;
  let found = false;
  let witness = 0;
  const branches = plan.kind === "LogicalUnion" ? plan.branches : [plan];
  const matches = branches.map((branch) =>
    execution.open(branch, () => {
      found = true;
      witness = row[slot] as number;
      store.hold();
      return false;
    }),
  );
  return () => {
    const before = row[slot] as number;
    const mark = memory.made;
    found = false;
    store.enterPattern();
    for (const match of matches) {
      if (found) break;
      execution.matchNow(match);
      row[slot] = before;
    }
    store.leavePattern();
    memory.made = mark;
    if (found) row[slot] = witness;
    return found;
  };
}

/** All matches become evidence of the row. */
function collectionWithEvidence(
  plan: LogicalPlan,
  { projection }: PatternCollection,
  execution: Execution,
  { compile, store }: { readonly compile: Compile; readonly store: EvidenceStore },
): () => Value {
  const { row } = execution;
  const { slot } = store;
  const items = collectedItems(compile(projection), execution);
  let witnesses = 0;
  const match = execution.open(plan, () => {
    const own = row[slot] as number;
    items.add();
    witnesses = store.merge(witnesses, row[slot] as number);
    store.hold();
    row[slot] = own;
    return true;
  });
  return () => {
    const before = row[slot] as number;
    items.begin();
    witnesses = before;
    store.enterPattern();
    execution.matchNow(match);
    store.leavePattern();
    row[slot] = witnesses;
    return items.end();
  };
}
