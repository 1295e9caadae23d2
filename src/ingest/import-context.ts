import type { GraphBuilder } from "./graph-builder.ts";
import type { Complaint, ImportFaults } from "./import-faults.ts";

/** What the files of one import share. */
export interface ImportContext {
  readonly builder: GraphBuilder;
  readonly faults: ImportFaults;
  /** What to say of a relationship's end that no file holds; nothing: it is made. */
  missingNode(key: string): Complaint | undefined;
  /** Takes how many bytes more of a file have been read, and how many of its rows there are so far. */
  progress(file: string, bytes: number, rows: number): void;
}
