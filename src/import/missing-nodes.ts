import { didYouMean } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { PackedTexts } from "../graph/packed-texts.ts";
import type { CellProblem } from "./import-faults.ts";

/** Comparing a key with all others takes a tenth of a second in a large graph. */
const MOST_COMPARED = 3;

/** What is done about a relationship's end that no file holds. */
export class MissingNodes {
  /** Whether a line that may be a node could not be read: then a missing node is only a consequence. */
  areLost = false;
  readonly #areMade: boolean;
  readonly #keys: PackedTexts;
  readonly #reported = new Set<string>();
  #candidates: readonly string[] | undefined;

  /** @param areMade whether missing nodes are made, instead of being a fault */
  constructor(keys: PackedTexts, areMade: boolean) {
    this.#keys = keys;
    this.#areMade = areMade;
  }

  /** What to do about this one: make it, report it, or nothing more because it has been reported. */
  meet(key: string): "make" | "reported" | CellProblem {
    if (this.#areMade) return "make";
    if (this.areLost || this.#reported.has(key)) return "reported";
    this.#candidates ??= this.#keys.texts();
    const near = this.#reported.size < MOST_COMPARED ? didYouMean(key, this.#candidates) : undefined;
    this.#reported.add(key);
    const hint = near ?? "add it to a file of nodes, or ask for missing nodes to be created";
    return { code: "unknown-node", message: `no node has the key ${shortened(key)}`, hint };
  }
}
