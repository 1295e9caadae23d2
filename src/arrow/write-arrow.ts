import { type Column as ArrowColumn, Table, tableFromColumns, tableToIPC } from "@uwdata/flechette";
import { checkString } from "../diagnostics/check-argument.ts";
import { invariant } from "../diagnostics/invariant.ts";
import { checkColumns } from "../graph/check-graph.ts";
import { NumberedKeys, PackedKeys } from "../graph/entity-keys.ts";
import type { EntityKeys, GraphColumns } from "../graph/graph-columns.ts";
import { dictionaryColumn, packedTextColumn, textColumn } from "./arrow-columns.ts";
import {
  type ColumnMetadata,
  type ColumnPart,
  LAYOUT_VERSION,
  METADATA_KEY,
  type TableMetadata,
} from "./arrow-layout.ts";
import { propertyColumn } from "./property-column.ts";

/** A column of a table: its name, its values and its metadata. */
type NamedColumn = readonly [name: string, arrow: ArrowColumn<unknown>, metadata: ColumnMetadata];

/**
 * Writes a graph as two files in Arrow's IPC file format, in the layout of `arrow-layout.ts`.
 *
 * @param saved an id stored in both files, different for each saved graph, so that mismatched files can be detected
 * @throws TypeError if an argument has the wrong type
 */
export function graphToArrow(
  columns: GraphColumns,
  saved: string,
): { readonly nodes: Uint8Array; readonly relationships: Uint8Array } {
  checkColumns("graphToArrow", columns);
  checkString("graphToArrow", "the name of the saving", saved);
  const { nodes, relationships, typeTraits } = columns;
  const { count } = relationships;
  const nodeKeys = keyColumn(nodes.keys, nodes.count);
  const labels = textColumn(nodes.labelSets.map((set) => set.join(";")));
  const types = textColumn(relationships.typeNames);
  const keys: NamedColumn[] =
    relationships.keys instanceof NumberedKeys
      ? []
      : [special(":KEY", "key", keyColumn(relationships.keys, count))];
  return {
    nodes: ipc({ version: LAYOUT_VERSION, part: "nodes", saved, labelSets: nodes.labelSets }, [
      special(":ID", "key", nodeKeys),
      special(":LABEL", "labels", dictionaryColumn(nodes.labelCodes.subarray(0, nodes.count), labels, false)),
      ...properties(nodes),
    ]),
    relationships: ipc(
      { version: LAYOUT_VERSION, part: "relationships", saved, ...(typeTraits && { typeTraits }) },
      [
        special(
          ":START_ID",
          "start",
          dictionaryColumn(relationships.starts.subarray(0, count), nodeKeys, false),
        ),
        special(":TYPE", "type", dictionaryColumn(relationships.types.subarray(0, count), types, false)),
        special(":END_ID", "end", dictionaryColumn(relationships.ends.subarray(0, count), nodeKeys, false)),
        ...keys,
        ...properties(relationships),
      ],
    ),
  };
}

function special(name: string, part: ColumnPart, arrow: ArrowColumn<unknown>): NamedColumn {
  return [name, arrow, { part }];
}

function properties({ count, properties: columns }: GraphColumns["nodes" | "relationships"]): NamedColumn[] {
  return [...columns].map(([name, column]) => {
    const { form, arrow } = propertyColumn(column, count);
    return [name, arrow, { part: "property", form }];
  });
}

function keyColumn(keys: EntityKeys, count: number): ArrowColumn<unknown> {
  if (keys instanceof PackedKeys) {
    const { bytes, offsets } = keys.texts.parts();
    return packedTextColumn(bytes, offsets);
  }
  return textColumn(Array.from({ length: count }, (_, entity) => keys.keyOf(entity)));
}

function ipc(metadata: TableMetadata, columns: readonly NamedColumn[]): Uint8Array {
  const { schema, children } = tableFromColumns(columns.map(([name, arrow]) => [name, arrow]));
  const fields = schema.fields.map((field, column) => ({
    ...field,
    metadata: new Map([[METADATA_KEY, JSON.stringify(columns[column]?.[2])]]),
  }));
  const described = { ...schema, fields, metadata: new Map([[METADATA_KEY, JSON.stringify(metadata)]]) };
  const bytes = tableToIPC(new Table(described, children), { format: "file" });
  invariant(bytes !== null, "a table is written to memory");
  return bytes;
}
