import type { BenchQuery, Parameters } from "../queries/bench-query.ts";
import { summary } from "../timing.ts";
import type { EngineHandle } from "./engine-handle.ts";
import { type Answers, isFailure } from "./messages.ts";

/** The results of one engine for one query. */
export interface Measured {
  readonly engine: string;
  /** The reason why there are no times. */
  readonly failure?: string;
  /** All in milliseconds. */
  readonly cold?: number;
  readonly median?: number;
  readonly p95?: number;
  /** The number of parameter sets it was run with, if it was too slow for all. */
  readonly fewer?: number;
}

export interface ComparedQuery {
  readonly query: string;
  /** The number of parameter sets. */
  readonly sets: number;
  readonly measured: readonly Measured[];
}

/** Milliseconds for the first runs of an engine, and their minimum number. */
const FIRST_RUNS = 2000;
const AT_LEAST = 5;
/** Milliseconds for warming up, and for each round. */
const WARM_UP = 300;
const ROUND = 60;
/** Maximum total milliseconds for one engine's rounds. */
const ENOUGH = 6000;
/** The engine whose rows are the expected ones. */
const BASELINE = "csr";

/**
 * Runs one query in all engines. First each returns its rows; an engine whose rows differ from the baseline's is
 * excluded. Then they are timed in turns, all with the same parameters, so that a slow moment of the machine affects
 * all.
 */
export async function compareEngines(
  engines: readonly EngineHandle[],
  query: BenchQuery,
  sets: readonly Parameters[],
  rounds: number,
): Promise<ComparedQuery> {
  const expected = await answersOf(engines, BASELINE, query, sets);
  const failures = new Map<string, string>();
  const answered = new Map<string, Answers>();
  for (const engine of engines) {
    const answers =
      engine.name === BASELINE ? expected : await engine.answers(query.name, sets, FIRST_RUNS, AT_LEAST);
    if (answers === undefined) continue;
    const wrong = isFailure(answers) ? answers.failure : difference(answers, expected);
    if (wrong !== undefined) failures.set(engine.name, wrong);
    if (!isFailure(answers)) answered.set(engine.name, answers);
  }
  const running = engines.filter(({ name }) => answered.has(name) && !failures.has(name));
  const counts = running.map(({ name }) => answered.get(name)?.answers.length ?? 0);
  const common = Math.min(sets.length, Math.max(AT_LEAST, Math.min(...counts)));

  const samples = new Map(running.map(({ name }) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (const engine of running) {
      if (failures.has(engine.name)) continue;
      const { warm = 0, answers = [] } = answered.get(engine.name) ?? {};
      const own = sets.slice(0, Math.min(common, answers.length));
      // A slow query is warm from its first runs.
      if (round < 0 && warm * own.length > WARM_UP) continue;
      // A slow engine has used up its time earlier.
      if (round > 0 && warm * own.length * round > ENOUGH) continue;
      const taken = await engine.samples(query.name, own, round < 0 ? WARM_UP : ROUND);
      if (isFailure(taken)) failures.set(engine.name, taken.failure);
      else if (round >= 0) for (const one of taken) samples.get(engine.name)?.push(one);
    }
  }
  const measured = engines.map(({ name }): Measured => {
    const failure = failures.get(name);
    const { cold = 0, answers = [] } = answered.get(name) ?? {};
    if (failure !== undefined) return { engine: name, failure };
    const fewer = answers.length < common ? { fewer: answers.length } : {};
    return { engine: name, cold, ...summary(samples.get(name) ?? []), ...fewer };
  });
  return { query: query.name, sets: common, measured };
}

async function answersOf(
  engines: readonly EngineHandle[],
  name: string,
  query: BenchQuery,
  sets: readonly Parameters[],
): Promise<Answers | undefined> {
  const answers = await engines
    .find((engine) => engine.name === name)
    ?.answers(query.name, sets, FIRST_RUNS, sets.length);
  if (answers !== undefined && isFailure(answers))
    throw new Error(`${name}, ${query.name}: ${answers.failure}`);
  return answers;
}

/** Describes the first wrong answer; undefined if there is none. */
function difference({ answers }: Answers, expected: Answers | undefined): string | undefined {
  for (const [at, { digest, rowCount, firstRows }] of answers.entries()) {
    const right = expected?.answers[at];
    if (right === undefined || digest === right.digest) continue;
    return (
      `wrong for parameters ${at}: ${rowCount} rows, first ${JSON.stringify(firstRows)}, ` +
      `not ${right.rowCount}, first ${JSON.stringify(right.firstRows)}`
    );
  }
  return undefined;
}
