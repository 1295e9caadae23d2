import { parentPort, workerData } from "node:worker_threads";
import type { Check } from "./kind.ts";
import { KINDS } from "./kinds.ts";

/** A worker's input. All workers take their numbers from one counter. */
export interface Assignment {
  readonly root: string;
  readonly kind: string;
  readonly seed: number;
  /** End of the numbers, exclusive. */
  readonly end: number;
  /** One 32-bit integer, shared by all workers: the next number to take. */
  readonly next: SharedArrayBuffer;
  /** One 32-bit integer: the number of the input that this worker has taken, or -1. */
  readonly current: SharedArrayBuffer;
}

/** A worker's report about one input. */
export type Report = Check & { readonly number: number };

const { root, kind, seed, end, next, current } = workerData as Assignment;
const counter = new Int32Array(next);
const position = new Int32Array(current);
const { input } = KINDS.get(kind)?.(root) ?? {};
if (input === undefined) throw new Error(`${kind} is not a kind of input`);
for (let number = Atomics.add(counter, 0, 1); number < end; number = Atomics.add(counter, 0, 1)) {
  Atomics.store(position, 0, number);
  parentPort?.postMessage({ number, ...(await input(seed, number).check()) } satisfies Report);
}
Atomics.store(position, 0, -1);
