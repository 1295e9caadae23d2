import type { GraphColumns } from "../graph/graph-columns.ts";
import type { RowKind } from "./csv-header.ts";
import { GraphBuilder } from "./graph-builder.ts";
import type { ImportContext } from "./import-context.ts";
import { importCsv } from "./import-csv.ts";
import { ImportFaults } from "./import-faults.ts";
import { importJsonLines } from "./import-json-lines.ts";
import { MissingNodes } from "./missing-nodes.ts";
import { formatOf, type TextSource } from "./text-source.ts";

/** The files of a graph, read in this order: what a relationship names stands before it. */
export interface GraphSources {
  readonly nodes?: readonly TextSource[];
  readonly relationships?: readonly TextSource[];
}

export interface ImportOptions {
  /**
   * Whether nodes that only relationships name are made, without labels, after all others and in no order that is
   * told; otherwise each is a fault.
   */
  readonly createMissingNodes?: boolean;
  /** Told of what is read, after each piece of a file. */
  readonly progress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** As its source names it. */
  readonly file: string;
  /** UTF-8 bytes that have been read of all files together. */
  readonly bytes: number;
  /** Rows that have been read of this file. */
  readonly rows: number;
}

/**
 * Files of nodes and relationships → a graph as columns, without graphology. CSV has headers in the manner of
 * neo4j-admin's import, JSON lines are those of `apoc.export.json`. Values are told apart and converted once for
 * each different text of a column.
 *
 * @throws ImportError with every fault, where there are any; then nothing is loaded
 */
export async function importGraphText(
  { nodes = [], relationships = [] }: GraphSources,
  { createMissingNodes = false, progress }: ImportOptions = {},
): Promise<GraphColumns> {
  const builder = new GraphBuilder();
  const faults = new ImportFaults();
  let bytes = 0;
  const context: ImportContext = {
    builder,
    faults,
    missingNodes: new MissingNodes(builder.nodeKeys, createMissingNodes),
    progress: (file, more, rows) => {
      bytes += more;
      progress?.({ file, bytes, rows });
    },
  };
  for (const source of nodes) await importFile(source, "node", context);
  // What relationships lack would only follow from faults of the nodes.
  faults.end();
  const named = builder.nodeKeys.count;
  for (const source of relationships) await importFile(source, "relationship", context);
  faults.end();
  for (const [name, type] of builder.keyProperties) {
    const property = builder.nodeProperties.named(name);
    for (let node = named; node < builder.nodeKeys.count; node++) {
      property.set(node, type.convert(builder.nodeKeys.textOf(node)) ?? null);
    }
  }
  return builder.finish();
}

function importFile(source: TextSource, kind: RowKind, context: ImportContext): Promise<void> {
  return formatOf(source) === "csv" ? importCsv(source, kind, context) : importJsonLines(source, context);
}
