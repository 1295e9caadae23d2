import { growArray } from "../graph/grow-array.ts";

/** The start, end and type of each relationship. Those of a deleted relationship are kept. */
export class Structure {
  /** By relationship: the nodes that it starts and ends at. Replaced by new arrays when they grow. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** By relationship: the index of its type in `typeNames`. */
  types: Uint32Array;
  /** Types in order of appearance, including those that no relationship has any more. */
  readonly typeNames: string[] = [];
  readonly #typeByName = new Map<string, number>();

  constructor(starts: Uint32Array, ends: Uint32Array, types: Uint32Array, typeNames: readonly string[]) {
    this.starts = starts;
    this.ends = ends;
    this.types = types;
    for (const name of typeNames) this.typeNumber(name);
  }

  /** The number of a type; a new type is assigned one. */
  typeNumber(name: string): number {
    const known = this.#typeByName.get(name);
    if (known !== undefined) return known;
    const type = this.typeNames.push(name) - 1;
    this.#typeByName.set(name, type);
    return type;
  }

  findType(name: string): number | undefined {
    return this.#typeByName.get(name);
  }

  /** Replaces the arrays, which may be shared, with private copies, so that they can be changed. */
  copyArrays(): void {
    this.starts = this.starts.slice();
    this.ends = this.ends.slice();
    this.types = this.types.slice();
  }

  set(relationship: number, start: number, end: number, type: string): void {
    this.starts = growArray(this.starts, relationship + 1);
    this.ends = growArray(this.ends, relationship + 1);
    this.types = growArray(this.types, relationship + 1);
    this.starts[relationship] = start;
    this.ends[relationship] = end;
    this.types[relationship] = this.typeNumber(type);
  }
}
