import { growArray } from "../graph/grow-array.ts";

/** The labels of nodes: each different set of labels once, and for each node the place of its set. */
export class NodeLabels {
  /** By node: the place of its labels in `sets`. Another array once it has grown. */
  codes: Uint32Array;
  /** Sets of labels in order of appearance; in a set, labels as they were given. */
  readonly sets: (readonly string[])[] = [];
  readonly #codeBySet = new Map<string, number>();

  constructor(codes: Uint32Array, sets: readonly (readonly string[])[]) {
    this.codes = codes;
    for (const set of sets) this.#codeBySet.set(textOf(set), this.sets.push(set) - 1);
  }

  /** An array that was shared with others is changed by nobody else from now on. */
  own(): void {
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

/** A text that no other list of labels has. Most have one label. */
function textOf(labels: readonly string[]): string {
  const [only = ""] = labels;
  return labels.length === 1 && !only.startsWith("[") ? only : JSON.stringify(labels);
}
