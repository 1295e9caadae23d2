import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan } from "../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../semantics/bound-tree.ts";
import { variablesRead } from "../semantics/visit-expression.ts";
import { estimateFanOut, estimateStart, type Start } from "./estimates.ts";
import { introducedBy, type PatternStretch, patternStretch, type Step } from "./pattern-steps.ts";

/**
 * Finds a better order for the scans, steps and predicates of a pattern. Greedy: start where the fewest nodes
 * are, by a property or label if the predicates name one; then always take the step that multiplies the rows
 * least; and test each predicate as soon as what it reads is known. A step may be taken against the order of
 * the text, from its far end.
 */
export function orderPattern(plan: LogicalPlan, index: GraphIndex): LogicalPlan {
  const stretch = patternStretch(plan);
  if (stretch.scans.length + stretch.steps.length === 0 || readsItself(stretch)) return plan;
  return new Ordering(stretch, index).build();
}

/** Where a walk asks for what an earlier MATCH of the stretch binds, the order of the text is kept. */
function readsItself(stretch: PatternStretch): boolean {
  const introduced = introducedBy(stretch);
  return stretch.steps.some(({ relationship }) =>
    relationship.properties.some(({ value }) =>
      [...variablesRead(value)].some((read) => introduced.has(read)),
    ),
  );
}

class Ordering {
  readonly #stretch: PatternStretch;
  readonly #index: GraphIndex;
  readonly #known = new Set<BoundVariable>();
  readonly #unbound: Set<BoundVariable>;
  readonly #steps: Set<Step>;
  readonly #predicates: Set<BoundExpression>;
  readonly #placed: BoundVariable[] = [];
  /** For each relationship, those that a pattern's text wants to differ from it, whichever stands first. */
  readonly #differing = new Map<BoundVariable, Set<BoundVariable>>();
  #plan: LogicalPlan;

  constructor(stretch: PatternStretch, index: GraphIndex) {
    this.#stretch = stretch;
    this.#index = index;
    this.#unbound = new Set(introducedBy(stretch));
    this.#steps = new Set(stretch.steps);
    this.#predicates = new Set(stretch.predicates);
    this.#plan = stretch.input;
    for (const { relationship, distinctFrom } of stretch.steps) {
      for (const other of distinctFrom) this.#keepApart(relationship.variable, other);
    }
  }

  build(): LogicalPlan {
    this.#placeReadyPredicates();
    for (let nodes = this.#openNodes(); this.#steps.size > 0 || nodes.length > 0; nodes = this.#openNodes()) {
      const step = this.#cheapestStep();
      if (step !== undefined) this.#placeStep(step);
      else this.#placeStart(nodes);
      this.#placeReadyPredicates();
    }
    for (const path of this.#stretch.paths) this.#plan = { ...path, input: this.#plan };
    for (const predicate of this.#predicates)
      this.#plan = { kind: "LogicalFilter", input: this.#plan, predicate };
    return this.#plan;
  }

  /** Node variables that nothing has bound yet. */
  #openNodes(): BoundVariable[] {
    return [...this.#unbound].filter(({ type }) => type === "node");
  }

  #isKnown(variable: BoundVariable): boolean {
    return this.#known.has(variable) || !this.#unbound.has(variable);
  }

  #bind(...variables: BoundVariable[]): void {
    for (const variable of variables) {
      this.#unbound.delete(variable);
      this.#known.add(variable);
    }
  }

  #placeReadyPredicates(): void {
    for (const predicate of this.#predicates) {
      if (![...variablesRead(predicate)].every((variable) => this.#isKnown(variable))) continue;
      this.#predicates.delete(predicate);
      this.#plan = { kind: "LogicalFilter", input: this.#plan, predicate };
    }
  }

  /** Of the steps with a known end, the one with the fewest rows to come. */
  #cheapestStep(): Step | undefined {
    let best: { step: Step; fanOut: number } | undefined;
    for (const step of this.#steps) {
      const fromKnown = this.#isKnown(step.from);
      const toKnown = this.#isKnown(step.to);
      if (!fromKnown && !toKnown) continue;
      const fanOut = estimateFanOut(step, fromKnown && toKnown, this.#index);
      if (best === undefined || fanOut < best.fanOut) best = { step, fanOut };
    }
    return best?.step;
  }

  #placeStep(step: Step): void {
    this.#steps.delete(step);
    const { relationship } = step;
    const forwards = this.#isKnown(step.from);
    const [from, to] = forwards ? [step.from, step.to] : [step.to, step.from];
    this.#plan = {
      ...step,
      input: this.#plan,
      from,
      to,
      relationship: forwards
        ? relationship
        : { ...relationship, direction: opposite(relationship.direction) },
      reversed: !forwards,
      into: this.#isKnown(to),
      bound: this.#isKnown(relationship.variable),
      distinctFrom: this.#placed.filter((other) => this.#differing.get(relationship.variable)?.has(other)),
    };
    this.#placed.push(relationship.variable);
    this.#bind(relationship.variable, to);
  }

  /** Two relationships of one MATCH; the plan says so at the later one of the text only. */
  #keepApart(one: BoundVariable, other: BoundVariable): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const differing = this.#differing.get(from);
      if (differing === undefined) this.#differing.set(from, new Set([to]));
      else differing.add(to);
    }
  }

  #placeStart(nodes: readonly BoundVariable[]): void {
    const starts = nodes.map((node) =>
      estimateStart(node, [...this.#predicates], (variable) => this.#isKnown(variable), this.#index),
    );
    const best = starts.reduce((least, start) => (start.rows < least.rows ? start : least));
    if (best.satisfies !== undefined) this.#predicates.delete(best.satisfies);
    this.#plan = startPlan(best, this.#plan);
    this.#bind(best.variable);
  }
}

function startPlan({ variable, access }: Start, input: LogicalPlan): LogicalPlan {
  return access.kind === "seek"
    ? { kind: "LogicalNodeSeek", input, variable, key: access.key, value: access.value }
    : { kind: "LogicalNodeScan", input, variable, label: access.label };
}

function opposite(direction: Step["relationship"]["direction"]): Step["relationship"]["direction"] {
  return direction === "outgoing" ? "incoming" : direction === "incoming" ? "outgoing" : "both";
}
