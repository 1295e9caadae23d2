import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { readCorpus } from "./corpus.ts";
import { randomQuery } from "./random-query.ts";
import type { Assignment, Report } from "./worker.ts";

/**
 * Runs random and mutated texts: `npm run fuzz -- [--count N] [--seed N] [--first N] [--show N]`. Each must end
 * in rows or a CypherError, within its limits. `--show` prints the text of a number and runs nothing.
 *
 * The texts run in a worker, so that one that never ends, or takes all memory, is seen and told as well.
 */
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    show: { type: "string" },
  },
});
/** Milliseconds after which a text is taken for one that never ends. */
const HANG = 20_000;
const SHOWN_VIOLATIONS = 20;

const root = process.cwd();
const seed = Number(values.seed);
const count = Number(values.first) + Number(values.count);
const corpus = readCorpus(root);
const textOf = (number: number) => randomQuery(corpus, seed, number).text;

if (values.show !== undefined) {
  const { text, graph } = randomQuery(corpus, seed, Number(values.show));
  console.log([...graph, text].join("\n\n"));
} else await fuzz();

async function fuzz(): Promise<void> {
  const outcomes = new Map<string, number>();
  const violations: { number: number; what: string }[] = [];
  const slowest: { number: number; milliseconds: number }[] = [];
  let done = 0;
  const take = ({ number, outcome, violations: met, milliseconds }: Report) => {
    done++;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    for (const what of met) violations.push({ number, what });
    slowest.push({ number, milliseconds });
    slowest.sort((one, other) => other.milliseconds - one.milliseconds).splice(5);
    if (done % 10_000 === 0) console.error(`${done} texts`);
  };
  for (let first = Number(values.first); first < count; ) {
    const died = await runFrom(first, take);
    if (died === undefined) break;
    done++;
    violations.push(died);
    first = died.number + 1;
  }

  for (const { number, what } of violations.slice(0, SHOWN_VIOLATIONS)) {
    console.log(`VIOLATION ${number}: ${what}\n${JSON.stringify(textOf(number)).slice(0, 1000)}\n`);
  }
  console.log("outcomes:");
  for (const [outcome, times] of [...outcomes].sort(([, one], [, other]) => other - one)) {
    console.log(`${String(times).padStart(8)}  ${outcome}`);
  }
  console.log("slowest:");
  for (const { number, milliseconds } of slowest) {
    console.log(
      `${milliseconds.toFixed(0).padStart(8)} ms  ${number}: ${JSON.stringify(textOf(number)).slice(0, 150)}`,
    );
  }
  console.log(`${done} texts of seed ${seed}, ${violations.length} violations`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}

/** Runs the texts from `first` on; gives the one that the worker died of, or undefined at the end. */
function runFrom(
  first: number,
  take: (report: Report) => void,
): Promise<{ number: number; what: string } | undefined> {
  const current = new SharedArrayBuffer(4);
  const position = new Int32Array(current);
  const assignment: Assignment = { root, seed, first, count, current };
  const worker = new Worker(join(import.meta.dirname, `worker${extname(import.meta.filename)}`), {
    workerData: assignment,
  });
  return new Promise((resolve) => {
    let last = -1;
    let since = performance.now();
    const watch = setInterval(() => {
      const now = Atomics.load(position, 0);
      if (now !== last) since = performance.now();
      last = now;
      if (performance.now() - since > HANG) end(`has not ended after ${HANG} ms`);
    }, 500);
    const end = (what?: string) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(what === undefined ? undefined : { number: Atomics.load(position, 0), what });
    };
    worker.on("message", take);
    worker.on("error", (error) => end(`ended the worker: ${error.message}`));
    worker.on("exit", (code) => end(code === 0 ? undefined : `ended the worker with code ${code}`));
  });
}
