import { growArray } from "../graph/grow-array.ts";

/** The labels of nodes: each distinct set of labels once, and for each node the index of its set. */
export class NodeLabels {
  /** By node: the index of its label set in `sets`. Replaced by a new array when it grows. */
  codes: Uint32Array;
  /** Label sets in order of appearance. Within a set, labels keep their given order. */
  readonly sets: (readonly string[])[] = [];
  readonly #codeBySet = new Map<string, number>();

  constructor(codes: Uint32Array, sets: readonly (readonly string[])[]) {
    this.codes = codes;
    for (const set of sets) this.#codeBySet.set(textOf(set), this.sets.push(set) - 1);
  }

  /** Replaces the array, which may be shared, with a private copy, so that it can be changed. */
  copyArrays(): void {
    this.codes = this.codes.slice();
  }

  set(node: number, labels: readonly string[]): void {
    this.codes = growArray(this.codes, node + 1);
    this.codes[node] = this.#codeOf(labels);
  }

  labelsOf(node: number): readonly string[] {
    return this.sets[this.codes[node] as number] as readonly string[];
  }

  has(node: number, label: string): boolean {
    return this.labelsOf(node).includes(label);
  }

  #codeOf(labels: readonly string[]): number {
    const text = textOf(labels);
    const known = this.#codeBySet.get(text);
    if (known !== undefined) return known;
    const code = this.sets.push(labels) - 1;
    this.#codeBySet.set(text, code);
    return code;
  }
}

/** A unique text for a list of labels. Most nodes have one label. */
function textOf(labels: readonly string[]): string {
  const [only = ""] = labels;
  return labels.length === 1 && !only.startsWith("[") ? only : JSON.stringify(labels);
}
