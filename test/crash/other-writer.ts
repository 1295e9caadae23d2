import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

const root = fileURLToPath(new URL("../..", import.meta.url));

type Task =
  | { readonly task: "save"; readonly from: string; readonly path: string }
  | { readonly task: "append"; readonly path: string; readonly line: string }
  | { readonly task: "trim"; readonly path: string };

/** A second writer, which can be paused before any of its file operations. */
export class OtherWriter {
  readonly #state = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker = new Worker(join(root, "test/crash/other-writer.mjs"), {
    workerData: { root, signal: this.#state.buffer },
  });

  /**
   * Runs a task, pausing it before operation number `at` to run `whilePaused`. Returns `false` if the task has fewer
   * operations; `whilePaused` is then not run.
   */
  async run(task: Task, at: number, whilePaused: () => Promise<void>): Promise<boolean> {
    this.#worker.postMessage({ ...task, at });
    if ((await this.#answer()) === "done") return false;
    try {
      await whilePaused();
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
