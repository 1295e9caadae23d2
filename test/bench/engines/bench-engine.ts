import type { BenchQuery, Cell, Parameters, Row } from "../queries/bench-query.ts";

/** An engine that questions are put to. */
export interface BenchEngine {
  /** What it is, in what version, and which indexes it was given. */
  readonly about: string;
  /** What comes before the loading and does not count as its time. */
  makeReady?(folder: string): Promise<void> | void;
  /** Loads the graph from the files in `folder`, with all that makes its queries fast. */
  load(folder: string): Promise<void> | void;
  /** @throws UnableError where the engine cannot be asked this */
  prepare(query: BenchQuery): Promise<PreparedBench> | PreparedBench;
  close?(): Promise<void> | void;
}

/** A query of one engine, ready to be run. */
export interface PreparedBench {
  /** Runs it and fetches all its rows, in the form in which the engine gives them to JavaScript. */
  run(parameters: Parameters): unknown;
  /** The same rows as plain cells, to be compared. */
  rows(answer: unknown): Row[];
}

/** Says why an engine cannot be asked a question. */
export class UnableError extends Error {}

/** A text, unless it says why there is none. */
export function textOf(text: BenchQuery["sql"]): string {
  if (typeof text === "string") return text;
  throw new UnableError(text.cannot);
}

/** A plain number for any number, and text as it is. */
export function plainCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return String(value);
}
