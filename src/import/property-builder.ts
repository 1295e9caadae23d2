import { Column } from "../graph/column.ts";
import { growArray } from "../graph/grow-array.ts";
import type { Value } from "../values/value.ts";

/** The values of one column of one file. */
export interface EncodedCells {
  /** By row: 0 if it has no value, otherwise the index of its value in `values`, plus one. */
  readonly codes: Uint32Array;
  readonly values: readonly Value[];
  /** Whether `values` are distinct. */
  readonly isDistinct: boolean;
}

/** One property of all nodes, or of all relationships, while files are read. */
class PropertyBuilder {
  #codes: Uint32Array = new Uint32Array(0);
  /** Holds the values; `#codes` says which entities have them. */
  #encoder = new Column();

  set(entity: number, value: Value): void {
    this.#codes = growArray(this.#codes, entity + 1);
    this.#codes[entity] = this.#encode(value);
  }

  /** Sets the values of `rows` consecutive entities, starting at entity `first`, from a file's column. */
  addCells(first: number, rows: number, { codes, values, isDistinct }: EncodedCells): void {
    if (isDistinct && this.#encoder.values.length === 1) {
      this.#encoder = new Column(new Uint32Array(0), [null, ...values]);
      if (first === 0) this.#codes = codes.slice(0, rows);
      else this.#place(first, codes.subarray(0, rows));
      return;
    }
    const meaning = [0, ...values.map((value) => this.#encode(value))];
    this.#place(
      first,
      codes.subarray(0, rows).map((code) => meaning[code] as number),
    );
  }

  /** The property as a column of `count` entities. */
  finish(count: number): Column {
    const { length } = this.#codes;
    const codes = length === count ? this.#codes : new Uint32Array(count);
    if (length !== count) codes.set(this.#codes.subarray(0, count));
    return new Column(codes, this.#encoder.values);
  }

  #place(first: number, codes: Uint32Array): void {
    this.#codes = growArray(this.#codes, first + codes.length);
    this.#codes.set(codes, first);
  }

  #encode(value: Value): number {
    this.#encoder.set(0, value);
    return this.#encoder.codes[0] ?? 0;
  }
}

/** The properties of all nodes, or of all relationships, by name. */
export class PropertyBuilders {
  readonly #builders = new Map<string, PropertyBuilder>();

  named(name: string): PropertyBuilder {
    const known = this.#builders.get(name);
    if (known !== undefined) return known;
    const builder = new PropertyBuilder();
    this.#builders.set(name, builder);
    return builder;
  }

  finish(count: number): ReadonlyMap<string, Column> {
    return new Map([...this.#builders].map(([name, builder]) => [name, builder.finish(count)]));
  }
}
