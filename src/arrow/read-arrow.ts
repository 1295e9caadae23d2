import { checkObject, checkString, wrongArgument } from "../diagnostics/check-argument.ts";
import type { Column } from "../graph/column.ts";
import { NumberedKeys, PackedKeys } from "../graph/entity-keys.ts";
import type { GraphColumns } from "../graph/graph-columns.ts";
import { PackedTexts } from "../graph/packed-texts.ts";
import { NO_TRAITS, type TypeTraits } from "../graph/type-traits.ts";
import { ImportError } from "../import/import-faults.ts";
import {
  type ColumnMetadata,
  type ColumnPart,
  LAYOUT_VERSION,
  METADATA_KEY,
  type TableMetadata,
} from "./arrow-layout.ts";
import { type ArrowTable, type ArrowValues, openArrow, UnreadableTable } from "./open-arrow.ts";
import { codesOf, dictionaryOf, ofType, readProperty, textsOf } from "./read-arrow-column.ts";

/** A file written by `graphToArrow`: its bytes, and its name for messages. */
export interface ArrowFile {
  /** As the user named it; shown, never opened. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A table with its parsed metadata. */
interface GraphTable {
  readonly metadata: TableMetadata;
  readonly count: number;
  readonly parts: ReadonlyMap<ColumnPart, ArrowValues>;
  readonly properties: ReadonlyMap<string, Column>;
}

/**
 * Opens the graph saved in these two files. Codes, ends and keys remain views of the files' bytes; only dictionaries
 * are decoded to values.
 *
 * @throws ImportError if a file is not such a file, or the two belong to different graphs
 * @throws TypeError if an argument has the wrong type
 */
export function graphFromArrow(nodes: ArrowFile, relationships: ArrowFile): GraphColumns {
  checkFile(nodes);
  checkFile(relationships);
  const nodeTable = reading(nodes, () => openTable(nodes.bytes, "nodes"));
  return reading(relationships, () => {
    const relationshipTable = openTable(relationships.bytes, "relationships");
    if (relationshipTable.metadata.saved !== nodeTable.metadata.saved) {
      throw new UnreadableTable(`it belongs to another graph than ${nodes.name}`);
    }
    return {
      typeTraits: readTraits(relationshipTable),
      nodes: reading(nodes, () => readNodes(nodeTable)),
      relationships: readRelationships(relationshipTable, nodeTable.count),
    };
  });
}

function readNodes(table: GraphTable): GraphColumns["nodes"] {
  const { count, metadata, properties } = table;
  const { labelSets = [] } = metadata;
  if (!Array.isArray(labelSets) || !labelSets.every(isListOfTexts))
    throw new UnreadableTable("its labels are not lists");
  return {
    count,
    keys: new PackedKeys(packedTexts(part(table, "key"))),
    labelCodes: codesOf(part(table, "labels"), labelSets.length),
    labelSets,
    properties,
  };
}

function readTraits({ metadata }: GraphTable): TypeTraits {
  const { symmetricTypes = [], functionalTypes = [] } = metadata.typeTraits ?? NO_TRAITS;
  if (!isListOfTexts(symmetricTypes) || !isListOfTexts(functionalTypes))
    throw new UnreadableTable("its traits of relationship types are not lists");
  return { symmetricTypes, functionalTypes };
}

function readRelationships(table: GraphTable, nodeCount: number): GraphColumns["relationships"] {
  const { count, properties } = table;
  const type = part(table, "type");
  const typeNames = textsOf(dictionaryOf(type));
  return {
    count,
    keys: table.parts.has("key") ? new PackedKeys(packedTexts(part(table, "key"))) : new NumberedKeys(count),
    starts: codesOf(part(table, "start"), nodeCount),
    ends: codesOf(part(table, "end"), nodeCount),
    types: codesOf(type, typeNames.length),
    typeNames,
    properties,
  };
}

function openTable(bytes: Uint8Array, expected: TableMetadata["part"]): GraphTable {
  const table = openArrow(bytes);
  const metadata: TableMetadata | undefined = parsed(table.metadata);
  if (metadata === undefined) {
    throw new UnreadableTable(
      "it was written by another program; use hearsay import to make a graph from CSV files",
    );
  }
  if (metadata.version !== LAYOUT_VERSION) {
    throw new UnreadableTable(
      `its layout version is ${metadata.version}, but this version of Hearsay reads ${LAYOUT_VERSION}`,
    );
  }
  if (metadata.part !== expected) throw new UnreadableTable(`it holds ${metadata.part}, not ${expected}`);
  return { metadata, count: table.rows, ...readColumns(table) };
}

function readColumns({ columns, rows }: ArrowTable): Pick<GraphTable, "parts" | "properties"> {
  const parts = new Map<ColumnPart, ArrowValues>();
  const properties = new Map<string, Column>();
  for (const { name, metadata, values } of columns) {
    if (values.length !== rows) throw new UnreadableTable("its columns have different lengths");
    const column: ColumnMetadata | undefined = parsed(metadata);
    if (column?.part === "property") properties.set(name, readProperty(values, column.form ?? "String"));
    else if (column !== undefined) parts.set(column.part, values);
  }
  return { parts, properties };
}

function part({ parts }: GraphTable, wanted: ColumnPart): ArrowValues {
  const values = parts.get(wanted);
  if (values === undefined) throw new UnreadableTable(`it has no column of ${wanted}s`);
  return values;
}

function packedTexts(values: ArrowValues): PackedTexts {
  const { bytes, offsets, length } = ofType(values, "utf8");
  return new PackedTexts(bytes, new Uint32Array(offsets.buffer, offsets.byteOffset, length + 1), length);
}

function parsed<Metadata>(metadata: ReadonlyMap<string, string> | null | undefined): Metadata | undefined {
  const text = metadata?.get(METADATA_KEY);
  return text === undefined ? undefined : (JSON.parse(text) as Metadata);
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Runs `work`; any error in it means that the file is broken. */
function reading<Outcome>({ name }: ArrowFile, work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const reason = error instanceof UnreadableTable ? error.message : "it is damaged or not an Arrow file";
    const message = `this is not part of a saved graph: ${reason}`;
    const span = { start: 0, end: 0 };
    throw new ImportError([{ severity: "error", code: "bad-arrow", message, file: name, text: "", span }]);
  }
}

function checkFile(file: ArrowFile): void {
  const where = "graphFromArrow";
  checkObject(where, "a file", file);
  checkString(where, "the name of a file", file.name);
  if (!(file.bytes instanceof Uint8Array))
    throw wrongArgument(where, "the bytes of a file as a Uint8Array", file.bytes);
}
