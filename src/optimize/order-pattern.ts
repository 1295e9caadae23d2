import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan, LogicalShortestPath } from "../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../semantics/bound-tree.ts";
import { variablesRead, wayConditions } from "../semantics/visit-expression.ts";
import { estimateFanOut, estimateStart, type Start } from "./estimates.ts";
import { introducedBy, type PatternStretch, patternStretch, type Step } from "./pattern-steps.ts";

/**
 * Finds a better order for the scans, steps and predicates of a pattern. Greedy: start where the fewest nodes
 * are, by a property or label if the predicates name one; then always take the step that multiplies the rows
 * least; and test each predicate as soon as what it reads is known. A step may be taken against the order of
 * the text, from its far end. A shortest path is searched as soon as what it needs is known, after the steps that
 * leave fewer rows and before those that make more.
 */
export function orderPattern(plan: LogicalPlan, index: GraphIndex): LogicalPlan {
  const stretch = patternStretch(plan);
  if (stretch.scans.length + stretch.steps.length + stretch.searches.length === 0 || readsItself(stretch))
    return plan;
  return new Ordering(stretch, index).build();
}

/**
 * Where a walk asks for what an earlier MATCH of the stretch binds, the order of the text is kept; also where a search
 * asks for a path, as paths are put together last.
 */
function readsItself(stretch: PatternStretch): boolean {
  const introduced = introducedBy(stretch);
  const paths = new Set(stretch.paths.map(({ path }) => path));
  return (
    stretch.steps.some(({ relationship }) =>
      relationship.properties.some(({ value }) =>
        [...variablesRead(value)].some((read) => introduced.has(read)),
      ),
    ) || stretch.searches.some((search) => [...neededBy(search)].some((read) => paths.has(read)))
  );
}

/** The variables that a search reads. */
function neededBy({ from, to, search }: LogicalShortestPath): ReadonlySet<BoundVariable> {
  const needed = new Set([from, to]);
  for (const { variable, predicate } of wayConditions(search)) {
    for (const read of variablesRead(predicate)) if (read !== variable) needed.add(read);
  }
  return needed;
}

class Ordering {
  readonly #stretch: PatternStretch;
  readonly #index: GraphIndex;
  readonly #known = new Set<BoundVariable>();
  readonly #unbound: Set<BoundVariable>;
  readonly #steps: Set<Step>;
  readonly #searches: Set<LogicalShortestPath>;
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
    this.#searches = new Set(stretch.searches);
    this.#predicates = new Set(stretch.predicates);
    this.#plan = stretch.input;
    for (const { relationship, distinctFrom } of stretch.steps) {
      for (const other of distinctFrom) this.#keepApart(relationship.variable, other);
    }
  }

  build(): LogicalPlan {
    this.#placeReadyPredicates();
    for (let nodes = this.#openNodes(); this.#isOpen(nodes); nodes = this.#openNodes()) {
      const best = this.#cheapestStep();
      const search = best !== undefined && best.fanOut < 1 ? undefined : this.#readySearch();
      const start = this.#cheapestStart(best === undefined ? nodes : this.#openEnds());
      if (search !== undefined) this.#placeSearch(search);
      else if (best !== undefined && !(start !== undefined && start.rows < best.fanOut))
        this.#placeStep(best.step);
      else if (start !== undefined) this.#placeStart(start);
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

  #isOpen(nodes: readonly BoundVariable[]): boolean {
    return this.#steps.size + this.#searches.size + nodes.length > 0;
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
  #cheapestStep(): { step: Step; fanOut: number } | undefined {
    let best: { step: Step; fanOut: number } | undefined;
    for (const step of this.#steps) {
      if (step.bound && this.#isSought(step.relationship.variable)) continue;
      const fromKnown = this.#isKnown(step.from);
      const toKnown = this.#isKnown(step.to);
      if (!fromKnown && !toKnown) continue;
      const fanOut = estimateFanOut(step, fromKnown && toKnown, this.#index);
      if (best === undefined || fanOut < best.fanOut) best = { step, fanOut };
    }
    return best;
  }

  /** The first search whose ends, and what its conditions read, are known. */
  #readySearch(): LogicalShortestPath | undefined {
    return [...this.#searches].find((search) =>
      [...neededBy(search)].every((variable) => this.#isKnown(variable)),
    );
  }

  /** Whether it is a search that binds a variable, and it is still to come. */
  #isSought(variable: BoundVariable): boolean {
    return [...this.#searches].some(({ relationship }) => relationship.variable === variable);
  }

  #placeSearch(search: LogicalShortestPath): void {
    this.#searches.delete(search);
    this.#plan = { ...search, input: this.#plan };
    this.#bind(search.relationship.variable);
    if (search.path !== undefined) this.#bind(search.path);
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

  /** Ends of searches that nothing has bound yet: a search is best done before the rows become many. */
  #openEnds(): BoundVariable[] {
    return [...this.#searches]
      .flatMap(({ from, to }) => [from, to])
      .filter((variable) => !this.#isKnown(variable));
  }

  /** Of the ways to find one of these nodes, the one with the fewest. */
  #cheapestStart(nodes: readonly BoundVariable[]): Start | undefined {
    let best: Start | undefined;
    for (const node of nodes) {
      const start = estimateStart(
        node,
        [...this.#predicates],
        (variable) => this.#isKnown(variable),
        this.#index,
      );
      if (best === undefined || start.rows < best.rows) best = start;
    }
    return best;
  }

  #placeStart(best: Start): void {
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
