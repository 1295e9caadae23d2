import type { LogicalPlan } from "../../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import { variablesRead } from "../../semantics/visit-expression.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import type { QueryGraph, Step } from "../query-graph.ts";
import { nodeStart } from "./estimates.ts";
import { PatternOrdering } from "./pattern-ordering.ts";

/** Longer patterns (in steps and nodes) are ordered in pieces: ordering as a whole takes time cubic in their number. */
export const LONGEST_WHOLE = 48;
/** The number of steps, or of nodes without steps, in a piece. */
const PIECE_LENGTH = 8;

/** A step, or a node without any step. */
type Item = { readonly step: Step } | { readonly node: BoundVariable };

/**
 * Orders a long pattern. It starts from the node with the fewest estimated rows, follows connected steps, and finds the
 * best order within each piece of a few steps. Takes time linear in the pattern.
 */
export function orderPieces(pattern: QueryGraph, index: GraphIndex, writes: boolean): LogicalPlan {
  const predicates = new ReadyPredicates(pattern);
  const pairs = distinctPairs(pattern.steps);
  const items = connectedItems(pattern, predicates, index);
  const placed = new Map<BoundVariable, number>();
  const left = new Set(pattern.introduces);
  let plan = pattern.input;
  for (let at = 0; at < items.length; at += PIECE_LENGTH) {
    const piece = items.slice(at, at + PIECE_LENGTH);
    const introduces = new Set(piece.flatMap(variablesOf).filter((variable) => left.has(variable)));
    for (const variable of introduces) left.delete(variable);
    const steps = piece.flatMap((item) =>
      "step" in item
        ? [{ ...item.step, distinctFrom: [...(pairs.get(item.step.relationship.variable) ?? [])] }]
        : [],
    );
    const ready = predicates.after(introduces);
    const part = { input: plan, steps, searches: [], paths: [], predicates: ready, introduces };
    plan = new PatternOrdering(part, index, writes, placed).orderFromFewest();
  }
  const rest = { ...pattern, input: plan, steps: [], introduces: left, predicates: predicates.left() };
  return new PatternOrdering(rest, index, writes, placed).order().plan;
}

function variablesOf(item: Item): readonly BoundVariable[] {
  if ("node" in item) return [item.node];
  const { from, to, relationship } = item.step;
  return [from, relationship.variable, to];
}

/** For each relationship, those that it must differ from, in either order. */
function distinctPairs(steps: readonly Step[]): ReadonlyMap<BoundVariable, ReadonlySet<BoundVariable>> {
  const pairs = new Map<BoundVariable, Set<BoundVariable>>();
  const add = (one: BoundVariable, other: BoundVariable) => {
    const known = pairs.get(one);
    if (known === undefined) pairs.set(one, new Set([other]));
    else known.add(other);
  };
  for (const { relationship, distinctFrom } of steps) {
    for (const other of distinctFrom) {
      add(relationship.variable, other);
      add(other, relationship.variable);
    }
  }
  return pairs;
}

/** The steps and nodes of a pattern, each after the items it is connected to. */
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
  const traverseFrom = (first: BoundVariable) => {
    const queue = [first];
    reached.add(first);
    // The queue grows during the loop.
    for (const node of queue) {
      for (const step of byNode.get(node) ?? []) {
        if (taken.has(step)) continue;
        taken.add(step);
        items.push({ step });
        for (const end of [step.from, step.to]) {
          if (reached.has(end)) continue;
          reached.add(end);
          queue.push(end);
        }
      }
    }
  };
  // Start with nodes that are already known.
  for (const node of byNode.keys()) if (!introduces.has(node) && !reached.has(node)) traverseFrom(node);
  const isKnown = (variable: BoundVariable) => !introduces.has(variable);
  const open = nodes.filter((node) => !reached.has(node));
  const starts = open.map((node) => nodeStart(node, predicates.about(node), isKnown, index));
  for (const { variable } of starts.sort((one, other) => one.rows - other.rows)) {
    if (reached.has(variable)) continue;
    if (byNode.has(variable)) traverseFrom(variable);
    else items.push({ node: variable });
  }
  return items;
}

/** Determines which predicates can be tested after more variables are bound. */
class ReadyPredicates {
  readonly #about = new Map<BoundVariable, BoundExpression[]>();
  /** For each predicate that cannot be tested yet, the number of its unbound variables. */
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

  /** The predicates that become testable with these variables; the first call also returns those that always were. */
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

  /** The predicates that never became testable: they read variables that are bound last. */
  left(): readonly BoundExpression[] {
    return [...this.#ready, ...this.#missing.keys()];
  }
}
