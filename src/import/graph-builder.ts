import { NumberedKeys, PackedKeys } from "../graph/entity-keys.ts";
import type { GraphColumns } from "../graph/graph-columns.ts";
import { growArray } from "../graph/grow-array.ts";
import { PackedTexts } from "../graph/packed-texts.ts";
import type { CellType } from "./cell-type.ts";
import { orderRelationships } from "./order-relationships.ts";
import { PropertyBuilders } from "./property-builder.ts";

/** Distinct names, such as relationship types, numbered from 0. */
class Names<Name> {
  readonly list: Name[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(key: string, name: () => Name): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.list.push(name()) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** A graph as columns while its files are read. */
export class GraphBuilder {
  readonly nodeKeys = new PackedTexts();
  readonly nodeProperties = new PropertyBuilders();
  readonly relationshipKeys = new PackedTexts();
  readonly relationshipProperties = new PropertyBuilders();
  /** Types of the properties that are also the node's key, such as `id` for a header `id:ID`. */
  readonly keyProperties = new Map<string, CellType>();
  relationshipCount = 0;
  #hasKeys: boolean | undefined;
  #labelCodes: Uint32Array = new Uint32Array(0);
  #starts: Uint32Array = new Uint32Array(0);
  #ends: Uint32Array = new Uint32Array(0);
  #types: Uint32Array = new Uint32Array(0);
  readonly #labelSets = new Names<readonly string[]>();
  readonly #typeNames = new Names<string>();

  constructor() {
    // Nodes without labels have code 0.
    this.labelCode([]);
  }

  labelCode(labels: readonly string[]): number {
    const different = [...new Set(labels)];
    return this.#labelSets.numberOf(JSON.stringify(different), () => different);
  }

  typeNumber(name: string): number {
    return this.#typeNames.numberOf(name, () => name);
  }

  /** Sets the labels of consecutive nodes, starting at node `first`. */
  setLabels(first: number, codes: Uint32Array): void {
    this.#labelCodes = growArray(this.#labelCodes, first + codes.length);
    this.#labelCodes.set(codes, first);
  }

  /** Whether relationships may be added with keys (`given`) or without: either all have keys or none. */
  takesKeys(given: boolean): boolean {
    this.#hasKeys ??= given;
    return this.#hasKeys === given;
  }

  /** Adds relationships: for each, its start, its end and its type. The arrays have the same length. */
  addRelationships(starts: Uint32Array, ends: Uint32Array, types: Uint32Array): void {
    const first = this.relationshipCount;
    const count = first + types.length;
    this.#starts = growArray(this.#starts, count);
    this.#ends = growArray(this.#ends, count);
    this.#types = growArray(this.#types, count);
    this.#starts.set(starts, first);
    this.#ends.set(ends, first);
    this.#types.set(types, first);
    this.relationshipCount = count;
  }

  finish(): GraphColumns {
    const nodes = this.nodeKeys.count;
    const relationships = this.relationshipCount;
    return {
      nodes: {
        count: nodes,
        keys: new PackedKeys(this.nodeKeys.trimmed()),
        labelCodes: exactly(this.#labelCodes, nodes),
        labelSets: this.#labelSets.list,
        properties: this.nodeProperties.finish(nodes),
      },
      relationships: orderRelationships(
        {
          count: relationships,
          keys: this.#hasKeys ? new PackedKeys(this.relationshipKeys) : new NumberedKeys(relationships),
          starts: this.#starts,
          ends: this.#ends,
          types: this.#types,
          typeNames: this.#typeNames.list,
          properties: this.relationshipProperties.finish(relationships),
        },
        nodes,
      ),
    };
  }
}

function exactly(numbers: Uint32Array, count: number): Uint32Array {
  return numbers.length === count ? numbers : growArray(numbers, count).slice(0, count);
}
