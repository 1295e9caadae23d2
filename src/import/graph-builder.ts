import { NumberedKeys, PackedKeys } from "../graph/entity-keys.ts";
import type { GraphColumns } from "../graph/graph-columns.ts";
import { growArray } from "../graph/grow-array.ts";
import { PackedTexts } from "../graph/packed-texts.ts";
import type { CellType } from "./cell-type.ts";
import { orderRelationships } from "./order-relationships.ts";
import { PropertyBuilders } from "./property-builder.ts";

/** Names that are told once, such as relationship types: each has a number from 0. */
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
  /** Properties that are the node's key, such as `id` where a file's header has `id:ID`, and their types. */
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
    // Nodes that nobody gives labels have code 0.
    this.labelCode([]);
  }

  labelCode(labels: readonly string[]): number {
    const different = [...new Set(labels)];
    return this.#labelSets.numberOf(JSON.stringify(different), () => different);
  }

  typeNumber(name: string): number {
    return this.#typeNames.numberOf(name, () => name);
  }

  /** Gives labels to the nodes from the one numbered `first` on. */
  setLabels(first: number, codes: Uint32Array): void {
    this.#labelCodes = growArray(this.#labelCodes, first + codes.length);
    this.#labelCodes.set(codes, first);
  }

  /** Whether relationships may come with keys, or without: either all have one or none has. */
  takesKeys(given: boolean): boolean {
    this.#hasKeys ??= given;
    return this.#hasKeys === given;
  }

  /** Adds relationships; by relationship its ends and its type, all of one length. */
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
