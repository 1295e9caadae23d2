import type { LogicalPlan } from "../../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import { variablesRead } from "../../semantics/visit-expression.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import type { QueryGraph, Step } from "../query-graph.ts";
import { nodeStart } from "./estimates.ts";
import { PatternOrdering } from "./pattern-ordering.ts";

/** Patterns with more steps and nodes are ordered piece by piece: as a whole takes the cube of their number. */
export const LONGEST_WHOLE = 48;
/** How many steps, or nodes without any, make a piece. */
const PIECE_LENGTH = 8;

/** A step, or a node that no step leads to. */
type Item = { readonly step: Step } | { readonly node: BoundVariable };

/**
 * Orders a long pattern: from the node that is thought to have the fewest rows it goes on to what is connected, and
 * each next few steps are put in their best order among themselves. Takes time in proportion to the pattern.
 */
export function orderPieces(stretch: QueryGraph, index: GraphIndex, writes: boolean): LogicalPlan {
  const predicates = new ReadyPredicates(stretch);
  const apart = partners(stretch.steps);
  const items = connectedItems(stretch, predicates, index);
  const placed = new Map<BoundVariable, number>();
  const left = new Set(stretch.introduces);
  let plan = stretch.input;
  for (let at = 0; at < items.length; at += PIECE_LENGTH) {
    const piece = items.slice(at, at + PIECE_LENGTH);
    const introduces = new Set(piece.flatMap(variablesOf).filter((variable) => left.has(variable)));
    for (const variable of introduces) left.delete(variable);
    const steps = piece.flatMap((item) =>
      "step" in item
        ? [{ ...item.step, distinctFrom: [...(apart.get(item.step.relationship.variable) ?? [])] }]
        : [],
    );
    const ready = predicates.after(introduces);
    const part = { input: plan, steps, searches: [], paths: [], predicates: ready, introduces };
    plan = new PatternOrdering(part, index, writes, placed).orderFromFewest();
  }
  const rest = { ...stretch, input: plan, steps: [], introduces: left, predicates: predicates.left() };
  return new PatternOrdering(rest, index, writes, placed).order().plan;
}

function variablesOf(item: Item): readonly BoundVariable[] {
  if ("node" in item) return [item.node];
  const { from, to, relationship } = item.step;
  return [from, relationship.variable, to];
}

/** For each relationship, those that it must differ from, whichever stands first. */
function partners(steps: readonly Step[]): ReadonlyMap<BoundVariable, ReadonlySet<BoundVariable>> {
  const apart = new Map<BoundVariable, Set<BoundVariable>>();
  const add = (one: BoundVariable, other: BoundVariable) => {
    const known = apart.get(one);
    if (known === undefined) apart.set(one, new Set([other]));
    else known.add(other);
  };
  for (const { relationship, distinctFrom } of steps) {
    for (const other of distinctFrom) {
      add(relationship.variable, other);
      add(other, relationship.variable);
    }
  }
  return apart;
}

/** The steps and nodes of a pattern, each after what it is connected to. */
function connectedItems(
  { steps, introduces }: QueryGraph,
  predicates: ReadyPredicates,
  index: GraphIndex,
): Item[] {
  const nodes = [...introduces].filter(({ type }) => type === "node");
  const byNode = new Map<BoundVariable, Step[]>();
  for (const step of steps) {
    for (const end of new Set([step.from, step.to])) {
      const others = byNode.get(end);
      if (others === undefined) byNode.set(end, [step]);
      else others.push(step);
    }
  }
  const items: Item[] = [];
  const taken = new Set<Step>();
  const reached = new Set<BoundVariable>();
  const goFrom = (first: BoundVariable) => {
    const waiting = [first];
    reached.add(first);
    // Grows while it is gone through.
    for (const node of waiting) {
      for (const step of byNode.get(node) ?? []) {
        if (taken.has(step)) continue;
        taken.add(step);
        items.push({ step });
        for (const end of [step.from, step.to]) {
          if (reached.has(end)) continue;
          reached.add(end);
          waiting.push(end);
        }
      }
    }
  };
  // What was known before comes first.
  for (const node of byNode.keys()) if (!introduces.has(node) && !reached.has(node)) goFrom(node);
  const isKnown = (variable: BoundVariable) => !introduces.has(variable);
  const open = nodes.filter((node) => !reached.has(node));
  const starts = open.map((node) => nodeStart(node, predicates.about(node), isKnown, index));
  for (const { variable } of starts.sort((one, other) => one.rows - other.rows)) {
    if (reached.has(variable)) continue;
    if (byNode.has(variable)) goFrom(variable);
    else items.push({ node: variable });
  }
  return items;
}

/** Tells which predicates can be tested once more variables are bound. */
class ReadyPredicates {
  readonly #about = new Map<BoundVariable, BoundExpression[]>();
  /** For each predicate that cannot be tested yet, how many of its variables are not bound. */
  readonly #missing = new Map<BoundExpression, number>();
  #ready: BoundExpression[] = [];

  constructor({ predicates, introduces }: QueryGraph) {
    for (const predicate of predicates) {
      const open = [...variablesRead(predicate)].filter((variable) => introduces.has(variable));
      if (open.length === 0) this.#ready.push(predicate);
      else this.#missing.set(predicate, open.length);
      for (const variable of open) {
        const known = this.#about.get(variable);
        if (known === undefined) this.#about.set(variable, [predicate]);
        else known.push(predicate);
      }
    }
  }

  about(variable: BoundVariable): readonly BoundExpression[] {
    return this.#about.get(variable) ?? [];
  }

  /** Those that these variables make ready, and any that were ready before the first. */
  after(bound: Iterable<BoundVariable>): readonly BoundExpression[] {
    const ready = this.#ready;
    this.#ready = [];
    for (const variable of bound) {
      for (const predicate of this.about(variable)) {
        const missing = (this.#missing.get(predicate) ?? 0) - 1;
        if (missing > 0) this.#missing.set(predicate, missing);
        else if (this.#missing.delete(predicate)) ready.push(predicate);
      }
    }
    return ready;
  }

  /** Those that were never ready: they ask for what is bound last of all. */
  left(): readonly BoundExpression[] {
    return [...this.#ready, ...this.#missing.keys()];
  }
}
