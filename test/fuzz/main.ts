import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { Kind } from "./kind.ts";
import { KINDS } from "./kinds.ts";
import { type Death, runWorkers } from "./run-workers.ts";
import { quoted, ViolationLog } from "./violation-log.ts";
import type { Report } from "./worker.ts";

const USAGE = `npm run fuzz -- [COUNT] [--kind ${[...KINDS.keys()].join("|")}] [--seed N] [--first N] [--workers N]
npm run fuzz -- --show N [--kind KIND] [--seed N]

Makes COUNT random inputs (default: 100,000) and checks each of them. Exits with code 1 if one breaks a rule.
Input N of a seed is always the same. --first N skips the inputs before N; --show N only prints input N.`;

/** Milliseconds between two progress lines. */
const PROGRESS = 5000;
const SLOWEST = 5;

const options = readOptions();
if (options === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (options.show !== undefined) console.log(options.kind.input(options.seed, options.show).text);
else await fuzz(options);

interface Options {
  readonly name: string;
  readonly kind: Kind;
  readonly count: number;
  readonly seed: number;
  readonly first: number;
  readonly workers: number;
  readonly show: number | undefined;
}

/** Reads the options; undefined if they are invalid. */
function readOptions(): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        kind: { type: "string", default: "queries" },
        seed: { type: "string", default: "1" },
        first: { type: "string", default: "0" },
        workers: { type: "string", default: String(Math.min(2, availableParallelism())) },
        show: { type: "string" },
      },
    });
    const name = values.kind;
    const kind = KINDS.get(name)?.(process.cwd());
    const [count, seed, first, workers] = [
      positionals[0] ?? "100000",
      values.seed,
      values.first,
      values.workers,
    ].map(wholeNumber);
    const show = values.show === undefined ? undefined : wholeNumber(values.show);
    if (kind === undefined || positionals.length > 1) return undefined;
    if (count === undefined || seed === undefined || first === undefined || workers === undefined)
      return undefined;
    if (values.show !== undefined && show === undefined) return undefined;
    return { name, kind, count, seed, first, workers: Math.max(1, workers), show };
  } catch {
    return undefined;
  }
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

async function fuzz({ name, kind, count, seed, first, workers }: Options): Promise<void> {
  const outcomes = new Map<string, number>();
  const slowest: { number: number; milliseconds: number }[] = [];
  const startedAt = performance.now();
  let done = 0;
  const log = new ViolationLog(
    (number) => `npm run fuzz -- 1 --kind ${name} --seed ${seed} --first ${number}`,
    (text) => console.log(text),
  );
  const textOf = (number: number) => kind.input(seed, number).text;
  const take = ({ number, outcome, violations, milliseconds }: Report) => {
    done++;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    for (const violation of violations) log.add(number, textOf(number), violation);
    if (slowest.length === SLOWEST && milliseconds <= (slowest.at(-1)?.milliseconds ?? 0)) return;
    slowest.push({ number, milliseconds });
    slowest.sort((one, other) => other.milliseconds - one.milliseconds).splice(SLOWEST);
  };
  const tally = () => {
    const seconds = (performance.now() - startedAt) / 1000;
    const rate = `${Math.round(done / seconds)} a second`;
    return `${done} ${kind.plural}, ${rate}, ${log.times} violations (${log.faults} different)`;
  };
  const finish = () => {
    console.log("outcomes:");
    for (const [outcome, times] of [...outcomes].sort(([, one], [, other]) => other - one)) {
      console.log(`${String(times).padStart(8)}  ${outcome}`);
    }
    console.log("slowest:");
    for (const { number, milliseconds } of slowest) {
      console.log(
        `${milliseconds.toFixed(0).padStart(8)} ms  ${number}: ${quoted(textOf(number)).slice(0, 150)}`,
      );
    }
    if (log.faults > 0) console.log(["violations:", ...log.summary()].join("\n"));
    console.log(`seed ${seed}, from ${first}: ${tally()}`);
  };
  const progress = setInterval(() => console.error(`${tally()}, of ${count}`), PROGRESS);
  process.once("SIGINT", () => {
    finish();
    process.exit(130);
  });
  const died = ({ number, violation }: Death) =>
    take({ number, outcome: "violation", violations: [violation], milliseconds: 0 });
  try {
    await runWorkers({ root: process.cwd(), kind: name, seed, first, count, workers }, take, died);
  } finally {
    clearInterval(progress);
  }
  finish();
  process.exitCode = log.times === 0 ? 0 : 1;
}
