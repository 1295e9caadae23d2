import type { Kind } from "./kind.ts";
import { queryKind } from "./query-kind.ts";

/** What can be fuzzed, by the name that `--kind` takes. Each is made from the project's folder. */
export const KINDS: ReadonlyMap<string, (root: string) => Kind> = new Map([["queries", queryKind]]);
