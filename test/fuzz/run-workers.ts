import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Violation } from "./kind.ts";
import type { Assignment, Report } from "./worker.ts";

/** Milliseconds after which an input counts as never ending. */
const HANG = 20_000;
/** Heap limits of a worker in megabytes: far more than any input needs. */
const HEAP = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 };

/** The input that ended a worker, and how. */
export interface Death {
  readonly number: number;
  readonly violation: Violation;
}

/** The inputs to check, and the number of workers. */
interface Task extends Pick<Assignment, "root" | "kind" | "seed"> {
  readonly first: number;
  readonly count: number;
  readonly workers: number;
}

/**
 * Checks inputs in several workers, so that an input that never ends, or uses all memory, is also detected and
 * reported. Such an input ends its worker; a new one continues with the next number.
 */
export async function runWorkers(
  task: Task,
  take: (report: Report) => void,
  takeDeath: (death: Death) => void,
): Promise<void> {
  const { root, kind, seed, first, count } = task;
  const next = new SharedArrayBuffer(4);
  new Int32Array(next)[0] = first;
  const checkInputs = async () => {
    for (;;) {
      const current = new SharedArrayBuffer(4);
      new Int32Array(current)[0] = -1;
      const death = await runWorker({ root, kind, seed, end: first + count, next, current }, take);
      if (death === undefined) return;
      takeDeath(death);
    }
  };
  await Promise.all(Array.from({ length: Math.min(task.workers, count) }, checkInputs));
}

/** Runs a worker; undefined if it has ended because no inputs are left. */
function runWorker(assignment: Assignment, take: (report: Report) => void): Promise<Death | undefined> {
  const position = new Int32Array(assignment.current);
  const worker = new Worker(join(import.meta.dirname, `worker${extname(import.meta.filename)}`), {
    workerData: assignment,
    resourceLimits: HEAP,
  });
  return new Promise((resolve, reject) => {
    let last = -1;
    let since = performance.now();
    const watch = setInterval(() => {
      const now = Atomics.load(position, 0);
      if (now !== last) since = performance.now();
      last = now;
      if (now >= 0 && performance.now() - since > HANG) {
        end({ rule: "does not end", place: String(now), detail: `not after ${HANG} ms` });
      }
    }, 500);
    const end = (violation?: Violation) => {
      clearInterval(watch);
      const number = Atomics.load(position, 0);
      void worker.terminate();
      if (violation === undefined) resolve(undefined);
      else if (number < 0) reject(new Error(`a worker did not start: ${violation.detail}`));
      else resolve({ number, violation });
    };
    worker.on("message", take);
    worker.on("error", (error) => {
      end({ rule: "ends the process", place: error.message, detail: error.stack ?? error.message });
    });
    worker.on("exit", (code) => {
      end(code === 0 ? undefined : { rule: "ends the process", detail: `exit code ${code}` });
    });
  });
}
