import type { Parameters, Row } from "../queries/bench-query.ts";

/** What the process of an engine is asked to do, one thing after the other. */
export type Request =
  | { readonly kind: "load"; readonly engine: string; readonly folder: string }
  | {
      /** Runs the query with each of the parameters, until `milliseconds` have passed and `atLeast` are done. */
      readonly kind: "answer";
      readonly query: string;
      readonly sets: readonly Parameters[];
      readonly milliseconds: number;
      readonly atLeast: number;
    }
  | {
      /** Runs the query with all of the parameters, again and again until `milliseconds` have passed. */
      readonly kind: "time";
      readonly query: string;
      readonly sets: readonly Parameters[];
      readonly milliseconds: number;
    }
  | { readonly kind: "weigh" };

/** Bytes more than before the graph was loaded: in JavaScript's heap and array buffers, and in the whole process. */
export interface Memory {
  readonly heap: number;
  readonly resident: number;
}

export interface Loaded extends Memory {
  readonly about: string;
  readonly milliseconds: number;
}

/** What came of the first runs of a query. */
export interface Answers {
  /** Milliseconds of preparing the query and of its first run, which may make an index. */
  readonly cold: number;
  readonly answers: readonly Answer[];
  /** Milliseconds of the runs after the first, or of the first where it is alone; their mean. */
  readonly warm: number;
}

/** What rows come to, so that two answers can be compared. */
export interface Answer {
  readonly digest: string;
  readonly rowCount: number;
  readonly firstRows: readonly Row[];
}

/** The engine failed, or cannot be asked this. */
export interface Failure {
  readonly failure: string;
}

/** Milliseconds a run, of each run or of each batch of short ones. */
export type Samples = readonly number[];

export type Reply = Loaded | Memory | Answers | Samples | Failure;

export function isFailure(reply: Reply): reply is Failure {
  return "failure" in reply;
}
