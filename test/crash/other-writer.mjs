/** A worker thread that writes with the built program's functions, and waits before one of its file operations. */
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { watchOperations } from "./watch-operations.mjs";

const { root, signal } = workerData;
const state = new Int32Array(signal);
const load = (path) => import(join(root, "dist", path));
const { saveGraph } = await load("files/save-graph.js");
const { openGraph } = await load("files/open-graph.js");
const { addToHistory, trimHistory } = await load("cli/prompt/history.js");

const TASKS = {
  save: async ({ from, path }) => saveGraph(await openGraph(from), path),
  append: async ({ path, line }) => {
    const error = addToHistory(path, line);
    if (error !== undefined) throw error;
  },
  trim: ({ path }) => trimHistory(path),
};

parentPort.on("message", async ({ task, at, ...details }) => {
  const restore = await watchOperations(({ number }) => {
    if (number !== at) return;
    Atomics.store(state, 0, 1);
    parentPort.postMessage({ kind: "paused" });
    Atomics.wait(state, 0, 1);
  });
  try {
    await TASKS[task](details);
    parentPort.postMessage({ kind: "done" });
  } catch (error) {
    parentPort.postMessage({ kind: "failed", what: String(error?.stack) });
  } finally {
    restore();
  }
});
