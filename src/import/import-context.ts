import type { GraphBuilder } from "./graph-builder.ts";
import type { ImportFaults } from "./import-faults.ts";
import type { MissingNodes } from "./missing-nodes.ts";

/** State shared by the files of one import. */
export interface ImportContext {
  readonly builder: GraphBuilder;
  readonly faults: ImportFaults;
  readonly missingNodes: MissingNodes;
  /** Receives the number of bytes newly read from a file, and the number of its rows so far. */
  progress(file: string, bytes: number, rows: number): void;
}
