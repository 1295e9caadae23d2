import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

const root = fileURLToPath(new URL("../..", import.meta.url));

type Task =
  | { readonly task: "save"; readonly from: string; readonly path: string }
  | { readonly task: "append"; readonly path: string; readonly line: string }
  | { readonly task: "trim"; readonly path: string };

/** A second writer, which can be held before any of its operations on files. */
export class OtherWriter {
  readonly #state = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker = new Worker(join(root, "test/crash/other-writer.mjs"), {
    workerData: { root, signal: this.#state.buffer },
  });

  /**
   * Does a task, and `meanwhile` before its operation of a number. `false` if it has not so many operations: then
   * `meanwhile` is not done.
   */
  async run(task: Task, at: number, meanwhile: () => Promise<void>): Promise<boolean> {
    this.#worker.postMessage({ ...task, at });
    if ((await this.#answer()) === "done") return false;
    try {
      await meanwhile();
    } finally {
      Atomics.store(this.#state, 0, 0);
      Atomics.notify(this.#state, 0);
    }
    await this.#answer();
    return true;
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }

  #answer(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#worker.once("error", reject);
      this.#worker.once("message", ({ kind, what }) => {
        this.#worker.off("error", reject);
        if (kind === "failed") reject(new Error(what));
        else resolve(kind);
      });
    });
  }
}
