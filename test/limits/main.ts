import { parseArgs } from "node:util";
import { LIMIT_TRIALS } from "./limit-queries.ts";
import { runTrial } from "./run-trial.ts";

/**
 * Prints a table of every limit with twelve queries that try to exceed it, each in a separate process, with its time
 * and memory: `npm run limits -- [--limit NAME]`. Exits with code 1 if a process crashed or ended late.
 */
const { values } = parseArgs({ options: { limit: { type: "string" } } });

/** Latest end of a query, in milliseconds: one second after its time limit. */
const LATEST: Readonly<Record<string, number>> = { timeout: 2000, signal: 1500 };

let faults = 0;
console.log("| limit | query | outcome | ms | extra MB |\n|---|---|---|---:|---:|");
for (const trial of LIMIT_TRIALS) {
  if (values.limit !== undefined && trial.limit !== values.limit) continue;
  const { outcome, hasDied, milliseconds, bytes } = runTrial(trial);
  const isLate = milliseconds > (LATEST[trial.limit] ?? Number.POSITIVE_INFINITY);
  if (hasDied || isLate) faults++;
  const cells = [
    trial.limit,
    `\`${trial.query.replaceAll("|", "\\|")}\``,
    outcome.replaceAll("|", "\\|") + (isLate ? " (LATE)" : ""),
    milliseconds.toFixed(0),
    (bytes / 2 ** 20).toFixed(0),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
if (faults > 0) {
  console.error(`${faults} ${faults === 1 ? "query" : "queries"} exceeded a limit`);
  process.exitCode = 1;
}
