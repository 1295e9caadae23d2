import type { BenchQuery, Cell, Parameters, Row } from "../queries/bench-query.ts";

/** An engine to benchmark. */
export interface BenchEngine {
  /** Its name, version and indexes. */
  readonly about: string;
  /** Preparation before loading, which does not count as load time. */
  makeReady?(folder: string): Promise<void> | void;
  /** Loads the graph from the files in `folder`, with everything that makes its queries fast. */
  load(folder: string): Promise<void> | void;
  /** @throws UnableError if the engine cannot run this query */
  prepare(query: BenchQuery): Promise<PreparedBench> | PreparedBench;
  close?(): Promise<void> | void;
}

/** A prepared query of one engine. */
export interface PreparedBench {
  /** Runs the query and fetches all its rows, in the engine's own JavaScript form. */
  run(parameters: Parameters): unknown;
  /** The same rows as plain cells, for comparison. */
  rows(answer: unknown): Row[];
}

/** The reason why an engine cannot run a query. */
export class UnableError extends Error {}

/**
 * The text of a query.
 *
 * @throws UnableError if there is none
 */
export function textOf(text: BenchQuery["sql"]): string {
  if (typeof text === "string") return text;
  throw new UnableError(text.cannot);
}

/** Converts any number to a plain number, and keeps text. */
export function plainCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return String(value);
}
