import { vi } from "vitest";
import { watchOperations } from "./watch-operations.mjs";

/** Thrown at each file operation from the simulated kill on. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** The names of the file operations in `work`. */
export async function operationsOf(work: () => Promise<void>): Promise<readonly string[]> {
  const names: string[] = [];
  const restore = await watchOperations(({ name }) => {
    names.push(name);
  });
  try {
    await work();
  } finally {
    restore();
  }
  return names;
}

/**
 * Runs `work` up to operation number `at`; this and all later operations fail, as if the process had been killed, so
 * nothing is cleaned up. If `half` is set and the operation is a write, its first half is written.
 */
export async function killedAt(at: number, half: boolean, work: () => Promise<void>): Promise<void> {
  const restore = await watchOperations((operation) => {
    if (operation.number === at && half) operation.half();
    if (operation.number >= at) throw new Killed();
  });
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Killed) && !((error as Error).cause instanceof Killed)) throw error;
  } finally {
    restore();
  }
}

/** Runs `work` with operation number `at` failing halfway with `code`, as on a full disk; returns the error thrown. */
export async function failingAt(at: number, code: string, work: () => Promise<void>): Promise<unknown> {
  const restore = await watchOperations(({ number, name, half }) => {
    if (number !== at) return;
    half();
    throw Object.assign(new Error(code), { code, syscall: name });
  });
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    restore();
  }
}

/** Runs `work` like a later process, for which this process is dead. */
export async function asNextProcess(work: () => Promise<void>): Promise<void> {
  const { pid } = process;
  const now = performance.now() + 60_000;
  Object.defineProperty(process, "pid", { value: pid + 1 });
  const spies = [
    vi.spyOn(performance, "now").mockReturnValue(now),
    vi.spyOn(process, "kill").mockImplementation((other) => {
      if (other === pid) throw Object.assign(new Error(), { code: "ESRCH" });
      return true;
    }),
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
    Object.defineProperty(process, "pid", { value: pid });
  }
}
