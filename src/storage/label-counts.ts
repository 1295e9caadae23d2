import type { IndexMaintainer } from "./index-maintainer.ts";
import type { NodeLabels } from "./node-labels.ts";

/** The number of nodes with each set of labels, and thereby with each label. */
export class LabelCounts implements IndexMaintainer {
  readonly #labels: NodeLabels;
  readonly #nodes: { readonly count: number; isDeleted(node: number): boolean };
  /** By the code of a label set. */
  #counts: number[] = [];

  constructor(labels: NodeLabels, nodes: { readonly count: number; isDeleted(node: number): boolean }) {
    this.#labels = labels;
    this.#nodes = nodes;
    this.rebuild();
  }

  of(label: string): number {
    let count = 0;
    for (const [code, set] of this.#labels.sets.entries())
      if (set.includes(label)) count += this.#counts[code] ?? 0;
    return count;
  }

  /** The labels that any node has, in order of appearance. */
  labels(): string[] {
    return [...new Set(this.#labels.sets.filter((_, code) => this.#counts[code] ?? 0).flat())];
  }

  rebuild(): void {
    this.#counts = [];
    for (let node = 0; node < this.#nodes.count; node++) this.after(node);
  }

  before(node: number): void {
    this.#add(node, -1);
  }

  after(node: number): void {
    this.#add(node, 1);
  }

  #add(node: number, count: number): void {
    if (this.#nodes.isDeleted(node)) return;
    const code = this.#labels.codes[node] as number;
    this.#counts[code] = (this.#counts[code] ?? 0) + count;
  }
}
