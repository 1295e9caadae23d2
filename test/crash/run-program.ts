import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly milliseconds: number;
}

export interface Stop {
  /** Where to stop, in the format of `stop-process.mjs`. */
  readonly at?: string;
  /** Milliseconds after which `signal` is sent. */
  readonly after?: number;
  readonly signal?: NodeJS.Signals;
}

const preload = join(process.cwd(), "test/crash/stop-process.mjs");

/** Runs a script in a separate process, which is stopped as the second argument says. */
export function runProgram(
  command: readonly string[],
  { at, after, signal = "SIGKILL" }: Stop = {},
): Promise<Ended> {
  const start = performance.now();
  const options = at === undefined ? [] : ["--import", preload];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...options, ...command], {
      env: { ...process.env, HEARSAY_STOP: at ?? "" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    const timer = after === undefined ? undefined : setTimeout(() => child.kill(signal), after);
    child.on("error", reject);
    child.on("close", (code, ended) => {
      clearTimeout(timer);
      resolve({ code, signal: ended, stderr, milliseconds: performance.now() - start });
    });
  });
}
