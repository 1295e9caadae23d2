import type { IndexMaintainer } from "./index-maintainer.ts";
import type { Structure } from "./structure.ts";

/** The number of relationships of each type, and of loops among them. */
export class TypeCounts implements IndexMaintainer {
  readonly #structure: Structure;
  readonly #relationships: { readonly count: number; isDeleted(relationship: number): boolean };
  /** By type. */
  #counts: number[] = [];
  #loops: number[] = [];

  constructor(
    structure: Structure,
    relationships: { readonly count: number; isDeleted(relationship: number): boolean },
  ) {
    this.#structure = structure;
    this.#relationships = relationships;
    this.rebuild();
  }

  of(type: number): number {
    return this.#counts[type] ?? 0;
  }

  /** The number of loops (relationships that end where they start) of a type, or of all types. */
  loops(type: number | undefined): number {
    return type === undefined ? this.#loops.reduce((sum, count) => sum + count, 0) : (this.#loops[type] ?? 0);
  }

  rebuild(): void {
    this.#counts = [];
    this.#loops = [];
    for (let relationship = 0; relationship < this.#relationships.count; relationship++)
      this.after(relationship);
  }

  before(relationship: number): void {
    this.#add(relationship, -1);
  }

  after(relationship: number): void {
    this.#add(relationship, 1);
  }

  #add(relationship: number, count: number): void {
    if (this.#relationships.isDeleted(relationship)) return;
    const { starts, ends, types } = this.#structure;
    const type = types[relationship] as number;
    this.#counts[type] = (this.#counts[type] ?? 0) + count;
    if (starts[relationship] === ends[relationship]) this.#loops[type] = (this.#loops[type] ?? 0) + count;
  }
}
