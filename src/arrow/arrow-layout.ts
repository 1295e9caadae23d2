import type { TypeTraits } from "../graph/type-traits.ts";

/**
 * The layout of a saved graph in two Arrow tables, one of nodes and one of relationships. Other Arrow readers see plain
 * columns, and Hearsay gets its codes back without conversion.
 *
 * | table | column | holds |
 * |---|---|---|
 * | nodes | `:ID` | the key, as text |
 * | | `:LABEL` | a dictionary of label sets, each as `Person;Leader` |
 * | relationships | `:START_ID`, `:END_ID` | a dictionary of all nodes' keys: a code is the row of a node |
 * | | `:TYPE` | a dictionary of types |
 * | | `:KEY` | the key, as text; absent if keys are numbers with an `r` before them |
 * | both | properties, by their names | see {@link ValueForm} |
 *
 * A property is a dictionary whose first value is unused, because code 0 represents null: the codes in memory and in
 * the file are the same. The metadata key `hearsay` describes each table and each column, in JSON.
 */
export const METADATA_KEY = "hearsay";

/** Increased when older versions cannot read the new layout. */
export const LAYOUT_VERSION = 2;

/** The role of a column in its table. */
export type ColumnPart = "key" | "labels" | "start" | "end" | "type" | "property";

/**
 * How the values of a property are stored in Arrow: as dictionaries of `utf8`, `int64`, `float64` or `date32`; without
 * a dictionary, as `bool` and `list<utf8>`; as `utf8` if every row has a different text. Temporal values other than
 * dates are dictionaries of their texts, and all other values dictionaries of JSON (`tagged-json.ts`).
 */
export type ValueForm =
  | "String"
  | "DistinctStrings"
  | "Integer"
  | "Float"
  | "Date"
  | "Boolean"
  | "StringList"
  | "LocalTime"
  | "Time"
  | "LocalDateTime"
  | "DateTime"
  | "Duration"
  | "Json";

/** A table's metadata. */
export interface TableMetadata {
  readonly version: number;
  readonly part: "nodes" | "relationships";
  /** An id that is the same in both tables of one saved graph, and different in all others. */
  readonly saved: string;
  /** In the table of nodes: the label sets, by code of `:LABEL`. */
  readonly labelSets?: readonly (readonly string[])[];
  /** In the table of relationships: traits of their types. */
  readonly typeTraits?: TypeTraits;
}

/** A column's metadata. */
export interface ColumnMetadata {
  readonly part: ColumnPart;
  /** Only if the column is a property. */
  readonly form?: ValueForm;
}
