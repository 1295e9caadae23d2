import { parentPort, workerData } from "node:worker_threads";
import { type Check, checkQuery } from "./check-query.ts";
import { readCorpus } from "./corpus.ts";
import { randomQuery } from "./random-query.ts";

/** What the worker is told: it runs the texts with the numbers from `first` up to `count`. */
export interface Assignment {
  readonly root: string;
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  /** One 32-bit integer, shared: the number of the text that is being run. */
  readonly current: SharedArrayBuffer;
}

/** What the worker tells of one text. */
export type Report = Check & { readonly number: number };

const { root, seed, first, count, current } = workerData as Assignment;
const position = new Int32Array(current);
const corpus = readCorpus(root);
for (let number = first; number < count; number++) {
  Atomics.store(position, 0, number);
  parentPort?.postMessage({ number, ...checkQuery(randomQuery(corpus, seed, number)) } satisfies Report);
}
