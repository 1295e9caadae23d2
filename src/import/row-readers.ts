import { bothReaders, type CellReader, KeyReader, NodeReader, ValueReader } from "./cell-readers.ts";
import { ITEM_SEPARATOR, STRING } from "./cell-types.ts";
import type { HeaderColumn, RowKind } from "./csv-header.ts";
import type { ImportContext } from "./import-context.ts";

/** Readers of a file's cells, which then add its rows to the graph. */
export interface RowReaders {
  /** Readers by column; undefined: the column is skipped. */
  readonly cells: readonly (CellReader | undefined)[];
  add(rows: number): void;
}

export function rowReaders(
  columns: readonly HeaderColumn[],
  kind: RowKind,
  context: ImportContext,
): RowReaders {
  return kind === "node" ? nodeReaders(columns, context) : relationshipReaders(columns, context);
}

function nodeReaders(columns: readonly HeaderColumn[], { builder }: ImportContext): RowReaders {
  const first = builder.nodeKeys.count;
  const labels = new ValueReader(STRING);
  const properties = new Map<string, ValueReader>();
  const key = new KeyReader(builder.nodeKeys, "node");
  const cells = columns.map(({ role, property }): CellReader | undefined => {
    if (role === "LABEL") return labels;
    if (role === "ID" && property !== undefined) builder.keyProperties.set(property.name, property.type);
    return keyOrProperty(role === "ID" ? key : undefined, property, properties);
  });
  return {
    cells,
    add: (rows) => {
      const sets = labels.values.map((text) => String(text).split(ITEM_SEPARATOR).filter(Boolean));
      const codes = [[], ...sets].map((set) => builder.labelCode(set));
      builder.setLabels(
        first,
        labels.codes.subarray(0, rows).map((code) => codes[code] as number),
      );
      for (const [name, reader] of properties)
        builder.nodeProperties.named(name).addCells(first, rows, reader);
    },
  };
}

function relationshipReaders(columns: readonly HeaderColumn[], context: ImportContext): RowReaders {
  const { builder } = context;
  const first = builder.relationshipCount;
  const starts = new NodeReader(builder.nodeKeys, context.missingNodes);
  const ends = new NodeReader(builder.nodeKeys, context.missingNodes);
  const types = new ValueReader(STRING, "the type of a relationship");
  const key = new KeyReader(builder.relationshipKeys, "relationship");
  const properties = new Map<string, ValueReader>();
  const cells = columns.map(({ role, property }): CellReader | undefined => {
    if (role === "START_ID") return starts;
    if (role === "END_ID") return ends;
    if (role === "TYPE") return types;
    return keyOrProperty(role === "KEY" ? key : undefined, property, properties);
  });
  return {
    cells,
    add: (rows) => {
      const numbers = types.values.map((name) => builder.typeNumber(String(name)));
      builder.addRelationships(
        starts.nodes.subarray(0, rows),
        ends.nodes.subarray(0, rows),
        types.codes.subarray(0, rows).map((code) => numbers[code - 1] as number),
      );
      for (const [name, reader] of properties) {
        builder.relationshipProperties.named(name).addCells(first, rows, reader);
      }
    },
  };
}

/** The reader of a key or property. A key with a name is read twice: as the key, and as the property of that name. */
function keyOrProperty(
  key: KeyReader | undefined,
  property: HeaderColumn["property"],
  properties: Map<string, ValueReader>,
): CellReader | undefined {
  if (property === undefined) return key;
  const reader = new ValueReader(property.type);
  properties.set(property.name, reader);
  return key === undefined ? reader : bothReaders(key, reader);
}
