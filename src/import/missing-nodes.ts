import { didYouMean } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { PackedTexts } from "../graph/packed-texts.ts";
import type { CellProblem } from "./import-faults.ts";

/** Maximum number of keys compared with all others for a hint: each takes a tenth of a second in a large graph. */
const MOST_COMPARED = 3;

/** Handles nodes that relationships refer to but no file contains. */
export class MissingNodes {
  /** Whether a line that may be a node could not be read: a missing node is then only a consequence. */
  areLost = false;
  readonly #areMade: boolean;
  readonly #keys: PackedTexts;
  readonly #reported = new Set<string>();
  #candidates: readonly string[] | undefined;

  /** @param areMade whether missing nodes are created instead of reported as faults */
  constructor(keys: PackedTexts, areMade: boolean) {
    this.#keys = keys;
    this.#areMade = areMade;
  }

  /** Decides about a missing node: "make" it, report the returned problem, or nothing if "reported" already. */
  meet(key: string): "make" | "reported" | CellProblem {
    if (this.#areMade) return "make";
    if (this.areLost || this.#reported.has(key)) return "reported";
    this.#candidates ??= this.#keys.texts();
    const near = this.#reported.size < MOST_COMPARED ? didYouMean(key, this.#candidates) : undefined;
    this.#reported.add(key);
    const hint =
      near ?? "add it to a file of nodes, or use --create-missing-nodes (createMissingNodes in code)";
    return { code: "unknown-node", message: `no node has the key ${shortened(key)}`, hint };
  }
}
