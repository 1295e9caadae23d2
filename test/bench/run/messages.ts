import type { Parameters, Row } from "../queries/bench-query.ts";

/** A request to the process of an engine. Requests are handled one after the other. */
export type Request =
  | { readonly kind: "load"; readonly engine: string; readonly folder: string }
  | {
      /** Runs the query with each parameter set, until `milliseconds` have passed and `atLeast` runs are done. */
      readonly kind: "answer";
      readonly query: string;
      readonly sets: readonly Parameters[];
      readonly milliseconds: number;
      readonly atLeast: number;
    }
  | {
      /** Runs the query with all parameter sets repeatedly, until `milliseconds` have passed. */
      readonly kind: "time";
      readonly query: string;
      readonly sets: readonly Parameters[];
      readonly milliseconds: number;
    }
  | { readonly kind: "weigh" };

/** Bytes added since before the graph was loaded: in JavaScript's heap and array buffers, and in the whole process. */
export interface Memory {
  readonly heap: number;
  readonly resident: number;
}

export interface Loaded extends Memory {
  readonly about: string;
  readonly milliseconds: number;
}

/** The results of the first runs of a query. */
export interface Answers {
  /** Milliseconds for preparing the query and its first run, which may build an index. */
  readonly cold: number;
  readonly answers: readonly Answer[];
  /** Mean milliseconds of the runs after the first; or of the first, if it is the only one. */
  readonly warm: number;
}

/** A summary of rows, for comparing two answers. */
export interface Answer {
  readonly digest: string;
  readonly rowCount: number;
  readonly firstRows: readonly Row[];
}

/** The engine failed, or cannot run the query. */
export interface Failure {
  readonly failure: string;
}

/** Milliseconds per run, for each run or each batch of short runs. */
export type Samples = readonly number[];

export type Reply = Loaded | Memory | Answers | Samples | Failure;

export function isFailure(reply: Reply): reply is Failure {
  return "failure" in reply;
}
