/**
 * Kills the program at many moments while it writes, fills its disk, and changes bits of graphs it has saved:
 * `npm run crash -- [--moments N] [--seed N]`. All file operations are tried, so there are at least that many moments.
 * Afterwards everything must be as before or as after the command, with no other files left once it has run again.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Random } from "../fuzz/random.ts";
import { flipBytes } from "./flip-bytes.ts";
import { fillDisk, mountSmallDisk, unmountSmallDisk } from "./full-disk.ts";
import { type Outcome, operationsOf, stopOnce } from "./moments.ts";
import { runProgram, type Stop } from "./run-program.ts";
import { importData, SCENARIOS, type Scenario, writeData } from "./scenarios.ts";
import { saveSmallGraph } from "./small-saved-graph.ts";

const { values } = parseArgs({
  options: {
    moments: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
  },
});
const moments = Number(values.moments);
const seed = Number(values.seed);
/** One in this many random moments uses a signal that a program can handle. */
const HANDLED_SIGNAL_RATE = 4;
const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** Number of processes that run concurrently. */
const CONCURRENCY = 4;

const base = mkdtempSync(join(tmpdir(), "hearsay-crash-"));
const violations: string[] = [];
try {
  const data = writeData(base);
  importData(data);
  await killAtMoments(data);
  await fillDisks(data);
  await flipAllBits();
} finally {
  rmSync(base, { recursive: true, force: true });
}
for (const violation of violations) console.log(`VIOLATION ${violation}`);
console.log(`seed ${seed}: ${violations.length} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;

/** Kills before each operation and in the middle of each write, signals before each operation, then at random times. */
async function killAtMoments(data: string): Promise<void> {
  const random = new Random(seed);
  const durations = new Map<Scenario, number>();
  let count = 0;
  for (const scenario of SCENARIOS) {
    const names = await operationsOf(scenario, base, data);
    const stops = names.flatMap((name, index): Stop[] => [
      { at: `kill:${index + 1}` },
      ...(/^write/.test(name) ? [{ at: `half:${index + 1}` }] : []),
      { at: `signal:${index + 1}:${SIGNALS[index % SIGNALS.length]}` },
    ]);
    count += stops.length;
    const outcomes = await concurrently(stops, (stop) => stopOnce(scenario, base, data, stop));
    report(`${scenario.name}: ${names.length} operations`, outcomes);
    const folder = join(base, "timed");
    mkdirSync(folder);
    scenario.prepare(folder, data);
    durations.set(scenario, (await runProgram(scenario.command(folder, data))).milliseconds);
    rmSync(folder, { recursive: true });
  }
  const timed: { scenario: Scenario; stop: Stop }[] = [];
  for (; count < moments; count++) {
    const scenario = random.pick(SCENARIOS);
    const after = random.below(Math.ceil((durations.get(scenario) ?? 0) * 1.1));
    const signal = random.once(HANDLED_SIGNAL_RATE) ? random.pick(SIGNALS) : "SIGKILL";
    timed.push({ scenario, stop: { after, signal } });
  }
  const outcomes = await concurrently(timed, ({ scenario, stop }) => stopOnce(scenario, base, data, stop));
  report("at random times", outcomes);
  console.log(`${count} moments`);
}

/** Runs `work` for all items with limited concurrency, and returns the results in the order of the items. */
async function concurrently<Item, Made>(
  items: readonly Item[],
  work: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const results: Made[] = [];
  const waiting = [...items.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next;
      results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return results;
}

function report(what: string, outcomes: readonly Outcome[]): void {
  const counted = (state: Outcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
  console.log(`${what}, stopped ${outcomes.length} times: ${counted("old")} old, ${counted("new")} new`);
  for (const { scenario, stop, violations: met } of outcomes) {
    for (const one of met) violations.push(`${scenario.name} ${JSON.stringify(stop)}: ${one}`);
  }
}

async function fillDisks(data: string): Promise<void> {
  const disk = join(base, "disk");
  const reason = mountSmallDisk(disk);
  if (reason !== undefined) {
    console.log(`full disk: skipped, because ${reason}`);
    return;
  }
  try {
    for (const scenario of SCENARIOS) {
      const { full, violations: met } = await fillDisk(scenario, disk, data);
      console.log(`${scenario.name} on a full disk: failed ${full} times, then succeeded with enough space`);
      for (const one of met) violations.push(`${scenario.name} on a full disk ${one}`);
    }
  } finally {
    unmountSmallDisk(disk);
  }
}

async function flipAllBits(): Promise<void> {
  const folder = join(base, "flipped");
  await saveSmallGraph(folder);
  const { opened, reported, violations: met } = await flipBytes(folder, () => [1, 2, 4, 8, 16, 32, 64, 128]);
  const faults = [...reported].map(([code, times]) => `${times} ${code}`).join(", ");
  console.log(`every bit of a saved graph changed: ${faults}, ${opened} harmless`);
  violations.push(...met);
}
