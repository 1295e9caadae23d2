import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type LimitTrial, TRIAL_LIMITS } from "./limit-queries.ts";

/** The outcome of a query in a separate process. */
export interface TrialReport {
  /** The number of rows, the error's code and message, or how the process crashed. */
  readonly outcome: string;
  readonly hasDied: boolean;
  readonly milliseconds: number;
  /** Peak memory of the process minus its memory before the query. */
  readonly bytes: number;
}

/** Milliseconds after which a process is considered hung. */
const HANG = 180_000;

/** @param root the folder of the project, which must have been built */
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
