import { checkMembers, checkOption, checkString, wrongArgument } from "../diagnostics/check-argument.ts";
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
 * @throws TypeError if an argument is of another type, or an option is not known
 */
export async function importGraphText(
  sources: GraphSources,
  options: ImportOptions = {},
): Promise<GraphColumns> {
  checkImport("importGraphText", sources, options);
  const { nodes = [], relationships = [] } = sources;
  const { createMissingNodes = false, progress } = options;
  for (const list of [nodes, relationships]) {
    if (!Array.isArray(list))
      throw wrongArgument("importGraphText", "nodes and relationships as lists of files", list);
    for (const source of list as readonly unknown[]) checkSource(source);
  }
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

/** @throws TypeError for what the two functions that import do not take */
export function checkImport(where: string, files: unknown, options: unknown): void {
  checkMembers(where, "the files", files, ["nodes", "relationships"]);
  checkMembers(where, "its options", options, ["createMissingNodes", "progress"]);
  const { createMissingNodes, progress } = options as Readonly<Record<string, unknown>>;
  checkOption(where, "createMissingNodes", createMissingNodes, "boolean");
  checkOption(where, "progress", progress, "function");
}

function checkSource(source: unknown): void {
  const where = "importGraphText";
  checkMembers(where, "a file", source, ["name", "chunks", "format"]);
  const { name, chunks, format } = source as Readonly<Record<string, unknown>>;
  checkString(where, "the name of a file", name);
  if (format !== undefined && format !== "csv" && format !== "json-lines") {
    throw wrongArgument(`${where}: format`, '"csv" or "json-lines"', format);
  }
  const isList = typeof chunks === "object" && chunks !== null && !(chunks instanceof Uint8Array);
  if (!isList || !(Symbol.iterator in chunks || Symbol.asyncIterator in chunks)) {
    throw wrongArgument(where, "the chunks of a file as a list of strings or Uint8Arrays", chunks);
  }
}

function importFile(source: TextSource, kind: RowKind, context: ImportContext): Promise<void> {
  return formatOf(source) === "csv" ? importCsv(source, kind, context) : importJsonLines(source, context);
}
