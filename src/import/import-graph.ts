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

/** The files of a graph, read in this order: nodes come before the relationships that refer to them. */
export interface GraphSources {
  readonly nodes?: readonly TextSource[];
  readonly relationships?: readonly TextSource[];
}

export interface ImportOptions {
  /**
   * Whether to create nodes that only relationships name. They have no labels and come after all other nodes, in
   * unspecified order. Otherwise each missing node is a fault.
   */
  readonly createMissingNodes?: boolean;
  /** Called after each piece of a file is read. */
  readonly progress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** Name of the file, from its source. */
  readonly file: string;
  /** UTF-8 bytes read so far from all files together. */
  readonly bytes: number;
  /** Rows read so far from this file. */
  readonly rows: number;
}

/**
 * Reads files of nodes and relationships into a graph as columns, without graphology. CSV headers have the format of
 * neo4j-admin's import, JSON lines that of `apoc.export.json`. Each distinct text of a column is converted only once.
 *
 * @throws ImportError with the faults of the files, up to 20, if there are any; nothing is loaded then
 * @throws TypeError if an argument has the wrong type, or an option is unknown
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
  // Missing nodes would only be a consequence of faults in the files of nodes.
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

/** @throws TypeError if an argument is invalid; shared by the two import functions */
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
