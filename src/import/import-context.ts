import type { GraphBuilder } from "./graph-builder.ts";
import type { ImportFaults } from "./import-faults.ts";
import type { MissingNodes } from "./missing-nodes.ts";

/** What the files of one import share. */
export interface ImportContext {
  readonly builder: GraphBuilder;
  readonly faults: ImportFaults;
  readonly missingNodes: MissingNodes;
  /** Takes how many bytes more of a file have been read, and how many of its rows there are so far. */
  progress(file: string, bytes: number, rows: number): void;
}
