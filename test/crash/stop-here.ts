import { vi } from "vitest";
import { watchOperations } from "./watch-operations.mjs";

/** What a killed process would have thrown at its next operation, had it lived. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** The operations on files that `work` does, by name. */
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
 * Does `work` up to the operation of a number, and nothing from there on, as if the process had been killed: nothing is
 * cleaned up. If `half`, that operation, if it is a write, writes its first half.
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

/** Does `work` with the operation of a number failing as on a full disk. */
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

/** Does `work` as another process would do it, later, to which this one is dead. */
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
