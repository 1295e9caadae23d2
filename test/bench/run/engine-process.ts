import { ENGINES } from "../engines/all-engines.ts";
import type { BenchEngine, PreparedBench } from "../engines/bench-engine.ts";
import { QUERIES } from "../queries/all-queries.ts";
import type { BenchQuery } from "../queries/bench-query.ts";
import { digestRows } from "./digest-rows.ts";
import type { Answer, Answers, Loaded, Memory, Reply, Request, Samples } from "./messages.ts";

/**
 * A process with one engine, which serves its parent's requests one after the other. Times are measured here, for
 * running a query and fetching its rows.
 */
/** Runs shorter than this are timed in batches; in milliseconds. */
const SHORT = 0.02;
const MOST_IN_A_BATCH = 2048;

let engine: BenchEngine;
let before: Memory;
const prepared = new Map<string, PreparedBench>();

process.on("message", (request: Request) => {
  reply(request)
    .catch((error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }))
    .then((answer) => process.send?.(answer satisfies Reply));
});
process.on("disconnect", () => process.exit());

async function reply(request: Request): Promise<Reply> {
  switch (request.kind) {
    case "load":
      return await load(request);
    case "answer":
      return await answer(request);
    case "time":
      return await time(request);
    case "weigh":
      return memoryAdded();
  }
}

async function load({ engine: name, folder }: Request & { kind: "load" }): Promise<Loaded> {
  const make = ENGINES[name];
  if (make === undefined) throw new Error(`unknown engine ${name}`);
  engine = await make();
  before = memory();
  await engine.makeReady?.(folder);
  const startedAt = performance.now();
  await engine.load(folder);
  const milliseconds = performance.now() - startedAt;
  return { about: engine.about, milliseconds, ...memoryAdded() };
}

function memoryAdded(): Memory {
  const now = memory();
  return { heap: now.heap - before.heap, resident: now.resident - before.resident };
}

/** In bytes, after garbage collection. */
function memory(): Memory {
  for (let times = 0; times < 3; times++) globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed + arrayBuffers, resident: rss };
}

async function answer(request: Request & { kind: "answer" }): Promise<Answers> {
  const query = queryOf(request.query);
  const startedAt = performance.now();
  const ready = await preparedQuery(query);
  const answers: Answer[] = [];
  let cold = 0;
  let warm = 0;
  for (const parameters of request.sets) {
    const runAt = performance.now();
    const result = await ready.run(parameters);
    const done = performance.now();
    if (answers.length === 0) {
      cold = done - startedAt;
      warm = done - runAt;
    } else if (answers.length === 1) warm = done - runAt;
    else warm += done - runAt;
    answers.push(digestRows(ready.rows(result), query.isOrdered));
    if (done - startedAt > request.milliseconds && answers.length >= request.atLeast) break;
  }
  return { cold, answers, warm: warm / Math.max(1, answers.length - 1) };
}

async function time({ query, sets, milliseconds }: Request & { kind: "time" }): Promise<Samples> {
  const ready = await preparedQuery(queryOf(query));
  const samples: number[] = [];
  let batch = 1;
  const startedAt = performance.now();
  do {
    for (let at = 0; at < sets.length; at += batch) {
      const batchAt = performance.now();
      for (let run = 0; run < batch; run++) {
        const result = ready.run(sets[(at + run) % sets.length] ?? {});
        if (result instanceof Promise) await result;
      }
      samples.push((performance.now() - batchAt) / batch);
    }
    if (batch === 1) batch = batchSize(samples, milliseconds);
  } while (performance.now() - startedAt < milliseconds);
  return samples;
}

/** The number of runs to time together, so that the clock's overhead does not count; 1 if runs are long enough. */
function batchSize(samples: number[], milliseconds: number): number {
  const typical = [...samples].sort((one, other) => one - other)[samples.length >> 1] ?? 0;
  if (typical >= SHORT || milliseconds === 0) return 1;
  samples.length = 0;
  return Math.min(MOST_IN_A_BATCH, Math.ceil(SHORT / typical));
}

function queryOf(name: string): BenchQuery {
  const query = QUERIES.find((one) => one.name === name);
  if (query === undefined) throw new Error(`unknown query ${name}`);
  return query;
}

async function preparedQuery(query: BenchQuery): Promise<PreparedBench> {
  let ready = prepared.get(query.name);
  if (ready === undefined) {
    ready = await engine.prepare(query);
    prepared.set(query.name, ready);
  }
  return ready;
}
