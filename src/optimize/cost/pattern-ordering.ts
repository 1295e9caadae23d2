import type { IntersectLeg, LogicalPlan, LogicalShortestPath } from "../../plan/logical-plan.ts";
import { searchVariables } from "../../plan/search-variables.ts";
import type { BoundExpression, BoundRelationship, BoundVariable } from "../../semantics/bound-tree.ts";
import { variablesRead } from "../../semantics/visit-expression.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import type { QueryGraph, Step } from "../query-graph.ts";
import {
  estimateFanOut,
  type NodeStart,
  nodeStart,
  type RelationshipStart,
  relationshipStart,
} from "./estimates.ts";
import { selectivity } from "./selectivity.ts";
import { mustBeDistinct } from "./uniqueness.ts";

export type Start = NodeStart | RelationshipStart;

/** A possible next step, with its estimated cost per row. */
interface Move {
  /** Entries that are read. */
  readonly work: number;
  /** The factor by which the rows are multiplied, before predicates. */
  readonly growth: number;
  readonly binds: readonly BoundVariable[];
  readonly place: () => void;
}

/** Orders a pattern greedily from a given start. */
export class PatternOrdering {
  readonly #pattern: QueryGraph;
  readonly #index: GraphIndex;
  readonly #unbound: Set<BoundVariable>;
  readonly #steps: Set<Step>;
  readonly #searches: Set<LogicalShortestPath>;
  readonly #predicates: Set<BoundExpression>;
  /** The relationships placed so far, each with the number of those placed before it. */
  readonly #placed: Map<BoundVariable, number>;
  /** For each relationship, those that it must differ from by the text of the pattern, in either order. */
  readonly #differing: ReadonlyMap<BoundVariable, ReadonlySet<BoundVariable>>;
  #plan: LogicalPlan;
  #rows = 1;
  #cost = 0;

  /**
   * @param writes whether the query writes
   * @param placed the relationships placed by earlier pieces of the pattern, in order; more are added
   */
  constructor(
    pattern: QueryGraph,
    index: GraphIndex,
    writes: boolean,
    placed = new Map<BoundVariable, number>(),
  ) {
    this.#pattern = pattern;
    this.#index = index;
    this.#unbound = new Set(pattern.introduces);
    this.#steps = new Set(pattern.steps);
    this.#searches = new Set(pattern.searches);
    this.#predicates = new Set(pattern.predicates);
    this.#plan = pattern.input;
    this.#differing = mustBeDistinct(pattern, index, writes);
    this.#placed = placed;
  }

  /** The possible starts of the pattern; empty if it can continue from known variables. */
  starts(): Start[] {
    if (this.#moves().length > 0) return [];
    return [...this.#nodeStarts(), ...this.#relationshipStarts()];
  }

  /** @returns the plan, and its estimated cost: the number of rows and entries read */
  order(start?: Start): { readonly plan: LogicalPlan; readonly cost: number } {
    this.#placeReadyPredicates();
    if (start !== undefined) this.#placeStart(start);
    this.#placeReadyPredicates();
    while (this.#isOpen()) {
      const best = this.#cheapest([...this.#moves(), ...this.#seeks()]);
      const search = best !== undefined && best.growth < 1 ? undefined : this.#readySearch();
      if (search !== undefined) this.#placeSearch(search);
      else if (best !== undefined) this.#take(best);
      else this.#placeStart(this.#fewestRows([...this.#nodeStarts(), ...this.#relationshipStarts()]));
      this.#placeReadyPredicates();
    }
    for (const path of this.#pattern.paths) this.#plan = { ...path, input: this.#plan };
    for (const predicate of this.#predicates) this.#filter(predicate);
    return { plan: this.#plan, cost: this.#cost };
  }

  /** The order from the start with the fewest estimated rows. */
  orderFromFewest(): LogicalPlan {
    this.#placeReadyPredicates();
    const starts = this.starts();
    return this.order(starts.length === 0 ? undefined : this.#fewestRows(starts)).plan;
  }

  /** Node variables that are not bound yet. */
  #openNodes(): BoundVariable[] {
    return [...this.#unbound].filter(({ type }) => type === "node");
  }

  #isOpen(): boolean {
    return this.#steps.size + this.#searches.size + this.#openNodes().length > 0;
  }

  #isKnown = (variable: BoundVariable): boolean => !this.#unbound.has(variable);

  #bind(...variables: BoundVariable[]): void {
    for (const variable of variables) this.#unbound.delete(variable);
  }

  #filter(predicate: BoundExpression): void {
    this.#plan = { kind: "LogicalFilter", input: this.#plan, predicate };
  }

  #placeReadyPredicates(): void {
    for (const predicate of this.#predicates) {
      if (![...variablesRead(predicate)].every(this.#isKnown)) continue;
      this.#predicates.delete(predicate);
      this.#rows *= selectivity(predicate, this.#index);
      this.#filter(predicate);
    }
  }

  #nodeStarts(): NodeStart[] {
    return this.#openNodes().map((node) => nodeStart(node, this.#predicates, this.#isKnown, this.#index));
  }

  #relationshipStarts(): RelationshipStart[] {
    return [...this.#steps]
      .filter(
        (step) =>
          step.kind === "LogicalExpand" &&
          step.from !== step.to &&
          !this.#isKnown(step.from) &&
          !this.#isKnown(step.to) &&
          (!step.bound || step.relationship.variable.type === "relationship") &&
          !(step.bound && this.#isPendingSearch(step.relationship.variable)),
      )
      .map((step) => relationshipStart(step, this.#predicates, this.#isKnown, this.#index));
  }

  #fewestRows(starts: readonly Start[]): Start {
    return starts.reduce((least, next) => (next.rows < least.rows ? next : least));
  }

  /** Seeks of one or two nodes: binding the far end of a step first is cheaper than searching for it. */
  #seeks(): Move[] {
    return this.#nodeStarts()
      .filter(({ access, rows }) => access.kind === "seek" && rows <= 2)
      .map((start) => ({
        work: start.rows,
        growth: start.rows,
        binds: [start.variable],
        place: () => this.#placeStart(start, false),
      }));
  }

  #moves(): Move[] {
    const steps = [...this.#steps].filter((step) => this.#canTake(step));
    return [...steps.map((step) => this.#stepMove(step)), ...this.#intersections(steps)];
  }

  #canTake(step: Step): boolean {
    if (step.bound && this.#isPendingSearch(step.relationship.variable)) return false;
    return this.#isKnown(step.from) || this.#isKnown(step.to);
  }

  #stepMove(step: Step): Move {
    const bothKnown = this.#isKnown(step.from) && this.#isKnown(step.to);
    const growth = estimateFanOut(step, bothKnown, this.#index);
    const walked = estimateFanOut(step, false, this.#index);
    const isBinarySearch = bothKnown && step.kind === "LogicalExpand";
    return {
      work: isBinarySearch ? Math.log2(walked + 2) : walked,
      growth,
      binds: [step.relationship.variable, step.from, step.to],
      place: () => this.#placeStep(step),
    };
  }

  /** Intersections: nodes that two or more steps reach from known nodes. */
  #intersections(steps: readonly Step[]): Move[] {
    const byFarEnd = new Map<BoundVariable, Step[]>();
    for (const step of steps) {
      if (!canIntersect(step) || this.#isKnown(step.relationship.variable)) continue;
      if (this.#isKnown(step.from) === this.#isKnown(step.to)) continue;
      const far = this.#isKnown(step.from) ? step.to : step.from;
      byFarEnd.set(far, [...(byFarEnd.get(far) ?? []), step]);
    }
    const nodes = Math.max(1, this.#index.nodeCount);
    return [...byFarEnd]
      .filter(([, legs]) => legs.length > 1)
      .map(([far, legs]) => {
        const degrees = legs.map((leg) => estimateFanOut(leg, false, this.#index));
        return {
          work: degrees.reduce((least, degree) => Math.min(least, degree)),
          growth: degrees.reduce((all, degree) => (all * degree) / nodes, nodes),
          binds: [far, ...legs.map(({ relationship }) => relationship.variable)],
          place: () => this.#placeIntersection(far, legs),
        };
      });
  }

  #cheapest(moves: readonly Move[]): Move | undefined {
    let best: { move: Move; price: number } | undefined;
    for (const move of moves) {
      const price = move.work + move.growth * this.#shareAfter(move.binds);
      if (best === undefined || price < best.price) best = { move, price };
    }
    return best?.move;
  }

  /** The combined selectivity of the predicates that can be tested once these variables are bound. */
  #shareAfter(binds: readonly BoundVariable[]): number {
    let share = 1;
    for (const predicate of this.#predicates) {
      const read = [...variablesRead(predicate)];
      if (read.every((variable) => this.#isKnown(variable) || binds.includes(variable)))
        share *= selectivity(predicate, this.#index);
    }
    return share;
  }

  #take({ work, growth, place }: Move): void {
    this.#cost += this.#rows * work;
    this.#rows *= growth;
    this.#cost += this.#rows;
    place();
  }

  /** The first shortest-path search whose ends and condition variables are all known. */
  #readySearch(): LogicalShortestPath | undefined {
    return [...this.#searches].find((search) => [...searchVariables(search)].every(this.#isKnown));
  }

  /** Whether a pending search will bind the variable. */
  #isPendingSearch(variable: BoundVariable): boolean {
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
    const forwards = this.#isKnown(step.from);
    const [from, to] = forwards ? [step.from, step.to] : [step.to, step.from];
    const { variable } = step.relationship;
    this.#plan = {
      ...step,
      input: this.#plan,
      from,
      to,
      relationship: seenFrom(step, from),
      reversed: !forwards,
      into: this.#isKnown(to),
      bound: this.#isKnown(variable),
      distinctFrom: this.#toDifferFrom(variable),
    };
    this.#markPlaced(variable);
    this.#bind(variable, to);
  }

  #placeIntersection(to: BoundVariable, steps: readonly Step[]): void {
    const legs: IntersectLeg[] = [];
    for (const step of steps) {
      this.#steps.delete(step);
      const from = step.to === to ? step.from : step.to;
      const { variable } = step.relationship;
      legs.push({
        from,
        relationship: seenFrom(step, from),
        distinctFrom: this.#toDifferFrom(variable),
      });
      this.#markPlaced(variable);
      this.#bind(variable);
    }
    this.#plan = { kind: "LogicalIntersect", input: this.#plan, legs, to };
    this.#bind(to);
  }

  #markPlaced(variable: BoundVariable): void {
    if (!this.#placed.has(variable)) this.#placed.set(variable, this.#placed.size);
  }

  #toDifferFrom(variable: BoundVariable): BoundVariable[] {
    const order = (other: BoundVariable) => this.#placed.get(other) as number;
    return [...(this.#differing.get(variable) ?? [])]
      .filter((other) => this.#placed.has(other))
      .sort((one, other) => order(one) - order(other));
  }

  #placeStart(start: Start, counts = true): void {
    if (counts) {
      this.#rows *= start.rows;
      this.#cost += this.#rows + (start.kind === "relationship" ? start.work : 0);
    }
    if (start.satisfies !== undefined) this.#predicates.delete(start.satisfies);
    const input = this.#plan;
    if (start.kind === "relationship") {
      const { step, access } = start;
      const { from, to, relationship } = step;
      this.#steps.delete(step);
      const distinctFrom = this.#toDifferFrom(relationship.variable);
      this.#plan = { kind: "LogicalRelationshipScan", input, from, relationship, to, access, distinctFrom };
      this.#markPlaced(relationship.variable);
      this.#bind(relationship.variable, from, to);
    } else {
      const { variable, access } = start;
      this.#plan =
        access.kind === "seek"
          ? { ...access, kind: "LogicalNodeSeek", input, variable }
          : access.kind === "hash"
            ? { ...access, kind: "LogicalNodeHashSeek", input, variable }
            : { kind: "LogicalNodeScan", input, variable, label: access.label };
      this.#bind(variable);
    }
  }
}

/** A leg's neighbours must be in a single sorted adjacency list. */
function canIntersect(step: Step): boolean {
  const { types, direction } = step.relationship;
  return (
    step.kind === "LogicalExpand" &&
    !step.bound &&
    types.length < 2 &&
    direction !== "both" &&
    step.from !== step.to
  );
}

/** The relationship of a step, with its direction as seen from one of its ends. */
function seenFrom(step: Step, end: BoundVariable): BoundRelationship {
  const { relationship } = step;
  if (end === step.from) return relationship;
  const { direction } = relationship;
  const turned = direction === "outgoing" ? "incoming" : direction === "incoming" ? "outgoing" : "both";
  return { ...relationship, direction: turned };
}
