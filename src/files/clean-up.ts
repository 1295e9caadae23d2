/** Cleanup if the process ends while it writes: by `process.exit`, by Ctrl-C, or by a termination signal. */
import { rmSync } from "node:fs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Temporary files of this process. */
const held = new Set<string>();
/** Number of running tasks that a signal must wait for. */
let unfinished = 0;
let waiting: NodeJS.Signals | undefined;

/** Registers a temporary file, which is removed if the process ends. */
export function hold(temporary: string): void {
  listenWhile(() => held.add(temporary));
}

/** Unregisters a temporary file; removing it is then up to the caller. */
export function release(temporary: string): void {
  listenWhile(() => held.delete(temporary));
}

/** Removes and unregisters a temporary file. */
export function discard(temporary: string): void {
  removeQuietly(temporary);
  release(temporary);
}

/** Runs `work`, which takes milliseconds, to its end even if a signal arrives; the signal then ends the process. */
export async function finishing(work: () => Promise<void>): Promise<void> {
  listenWhile(() => unfinished++);
  try {
    await work();
  } finally {
    listenWhile(() => unfinished--);
    if (unfinished === 0 && waiting !== undefined) endBy(waiting);
  }
}

/** Makes a change, and listens to signals only while something is held or unfinished. */
function listenWhile(change: () => unknown): void {
  const before = held.size + unfinished;
  change();
  const after = held.size + unfinished;
  if (before === 0 && after > 0) {
    process.on("exit", removeHeld);
    for (const signal of SIGNALS) process.on(signal, endBy);
  } else if (before > 0 && after === 0) {
    process.off("exit", removeHeld);
    for (const signal of SIGNALS) process.off(signal, endBy);
  }
}

function removeHeld(): void {
  for (const temporary of held) removeQuietly(temporary);
}

/** Ends the process by the signal, as without a listener, unless the program has another listener. */
function endBy(signal: NodeJS.Signals): void {
  const others = process.listeners(signal).filter((listener) => listener !== endBy);
  if (others.length > 0) return;
  waiting = signal;
  if (unfinished > 0) return;
  removeHeld();
  process.off(signal, endBy);
  process.kill(process.pid, signal);
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The error that made the write fail is reported, not a failed removal.
  }
}
