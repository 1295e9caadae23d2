import type { Choices } from "./choices.ts";
import type { RandomGraph } from "./random-multigraph.ts";
import { randomPredicate } from "./random-predicate.ts";

/** The variables that a clause may read. */
export interface Scope {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
  /** Lists of relationships. */
  readonly walks: readonly string[];
  /** Values, and paths. */
  readonly values: readonly string[];
}

const EMPTY_SCOPE: Scope = { nodes: [], relationships: [], walks: [], values: [] };

/** The approximate maximum number of rows of a pattern; more take too long. */
const MOST_ROWS = 1000;

/** Writes MATCH clauses, and tracks the variables that they bind. */
export class MatchWriter {
  readonly #choices: Choices;
  readonly #graph: RandomGraph;
  /** Shapes that many rules match: bare steps of one relationship, or walks with conditions. */
  readonly #manner: "mixed" | "bare" | "walking";
  #scope = EMPTY_SCOPE;
  /** Estimated number of rows so far. */
  #rows = 1;
  #names = 0;

  constructor(choices: Choices, graph: RandomGraph) {
    this.#choices = choices;
    this.#graph = graph;
    this.#manner = choices.pick(["mixed", "bare", "walking"]);
  }

  get scope(): Scope {
    return this.#scope;
  }

  newName(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  /** Forgets all variables except these. */
  keep(known: Partial<Scope>): void {
    this.#scope = { ...EMPTY_SCOPE, ...known };
  }

  know({ nodes = [], relationships = [], walks = [], values = [] }: Partial<Scope>): void {
    this.#scope = {
      nodes: [...new Set([...this.#scope.nodes, ...nodes])],
      relationships: [...this.#scope.relationships, ...relationships],
      walks: [...this.#scope.walks, ...walks],
      values: [...this.#scope.values, ...values],
    };
  }

  match(keyword: "MATCH" | "OPTIONAL MATCH"): string {
    const before = this.#scope;
    const parts = [this.#part(before)];
    if (this.#choices.sometimes(4)) parts.push(this.#part(before));
    return `${keyword} ${parts.join(", ")}${this.where()}`;
  }

  /** A WHERE clause with its leading space; empty in most cases. */
  where(): string {
    if (this.#manner === "bare" || !this.#choices.sometimes(2)) return "";
    const count = this.#choices.pick([1, 1, 2]);
    const predicates = Array.from({ length: count }, () => randomPredicate(this.#choices, this.#scope));
    return ` WHERE ${predicates.join(this.#choices.pick([" AND ", " AND ", " OR "]))}`;
  }

  /**
   * A chain of steps.
   *
   * @param before bound variables that the chain may use again
   */
  #part(before: Scope): string {
    const steps = this.#choices.pick(this.#manner === "mixed" ? [1, 2, 0, 3] : [2, 1, 3]);
    const path = this.#choices.sometimes(20) ? this.newName("p") : undefined;
    let text = this.#firstNode();
    for (let step = 0; step < steps; step++) {
      const taken = this.#step(before);
      if (taken === undefined) break;
      text += taken + this.#nextNode();
    }
    if (path === undefined) return text;
    this.know({ values: [path] });
    return `${path} = ${text}`;
  }

  #firstNode(): string {
    const known = this.#choices.sometimes(2) ? this.#choices.pickOf(this.#scope.nodes) : undefined;
    if (known === undefined) this.#rows *= this.#graph.nodes.length;
    return this.#node(known ?? this.newName("n"));
  }

  #nextNode(): string {
    const known = this.#choices.sometimes(3) ? this.#choices.pickOf(this.#scope.nodes) : undefined;
    return this.#node(known ?? (this.#choices.sometimes(3) ? "" : this.newName("n")));
  }

  #node(name: string): string {
    if (name !== "") this.know({ nodes: [name] });
    return `(${name}${this.#seldom(5, [":A", ":B"])}${this.#seldom(8, [" {k: 1}", " {name: $text}"])})`;
  }

  /** Undefined if another step would produce too many rows. */
  #step(before: Scope): string | undefined {
    const isWalk = this.#choices.sometimes(this.#manner === "walking" ? 2 : 6) && this.#manner !== "bare";
    const length = isWalk ? this.#choices.pick(["*1..2", "*0..1", "*2", "*..3", "*0..2", "*2..3"]) : "";
    const { nodes, relationships } = this.#graph;
    const degree = Math.max(1, (1.5 * relationships.length) / nodes.length);
    this.#rows *= degree ** (length === "" ? 1 : Number(length.at(-1)));
    if (this.#rows > MOST_ROWS) return undefined;
    const inside = `${this.#relationship(before, length === "")}${length}${this.#seldom(10, [" {w: 1}"])}`;
    return this.#choices.pick([`-[${inside}]->`, `<-[${inside}]-`, `-[${inside}]-`]);
  }

  #relationship(before: Scope, isSingle: boolean): string {
    const type = this.#choices.pick(["", ":T", "", ":T", ":U", ":T|U", ":V", ":T"]);
    const known =
      isSingle && this.#choices.sometimes(15) ? this.#choices.pickOf(before.relationships) : undefined;
    if (known !== undefined || !this.#choices.sometimes(2)) return `${known ?? ""}${type}`;
    const name = this.newName("r");
    this.know(isSingle ? { relationships: [name] } : { walks: [name] });
    return `${name}${type}`;
  }

  /** One of the texts with a chance of one in `times`, otherwise empty. */
  #seldom(times: number, texts: readonly string[]): string {
    return this.#manner !== "bare" && this.#choices.sometimes(times) ? this.#choices.pick(texts) : "";
  }
}
