import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type LimitTrial, TRIAL_LIMITS } from "./limit-queries.ts";

/** What a query came to in a process of its own. */
export interface TrialReport {
  /** The number of rows, or the error's code and message; how the process died if it did. */
  readonly outcome: string;
  readonly hasDied: boolean;
  readonly milliseconds: number;
  /** What the process took at most, beyond what it had before the query. */
  readonly bytes: number;
}

/** Milliseconds after which a process is taken for one that never ends. */
const HANG = 180_000;

/** @param root the folder of the project; the program must have been built */
export function runTrial({ limit, query }: LimitTrial, root = process.cwd()): TrialReport {
  const engine = pathToFileURL(join(root, "dist/hearsay.js")).href;
  const child = join(root, "test/limits/run-query.mjs");
  const { stdout, status, signal, stderr } = spawnSync(
    process.execPath,
    [child, engine, query, JSON.stringify(TRIAL_LIMITS[limit])],
    { encoding: "utf8", timeout: HANG, killSignal: "SIGKILL" },
  );
  if (status === 0) return { ...JSON.parse(stdout), hasDied: false };
  const reason = /FATAL ERROR: .*/.exec(stderr)?.[0] ?? stderr.trim().split("\n").at(-1) ?? "";
  return {
    outcome: `DIED: ${signal ?? status} ${reason}`,
    hasDied: true,
    milliseconds: HANG,
    bytes: Number.NaN,
  };
}
