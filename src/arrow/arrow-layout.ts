import type { TypeTraits } from "../graph/type-traits.ts";

/**
 * How a saved graph lies in two Arrow tables, one of nodes and one of relationships, such that Arrow's other readers
 * see plain columns and Hearsay gets its codes back without converting any.
 *
 * | table | column | holds |
 * |---|---|---|
 * | nodes | `:ID` | the key, as text |
 * | | `:LABEL` | a dictionary of label sets, each as `Person;Leader` |
 * | relationships | `:START_ID`, `:END_ID` | a dictionary of all nodes' keys: a code is the row of a node |
 * | | `:TYPE` | a dictionary of types |
 * | | `:KEY` | the key, as text; absent where keys are numbers with an `r` before them |
 * | both | properties, by their names | see {@link ValueForm} |
 *
 * A property is a dictionary whose first value belongs to no row, because code 0 stands for null: a column's codes
 * are the file's. Metadata under `hearsay` tell what a table and what a column is, in JSON.
 */
export const METADATA_KEY = "hearsay";

/** Grows when older programs could not read what is written. */
export const LAYOUT_VERSION = 2;

/** What a column of a table is. */
export type ColumnPart = "key" | "labels" | "start" | "end" | "type" | "property";

/**
 * How the values of a property lie in Arrow: dictionaries of `utf8`, `int64`, `float64` or `date32`; as they are, as
 * `bool` and `list<utf8>`; texts of which every row has one of its own as `utf8`. Temporal values but dates are
 * dictionaries of their texts, and all else of JSON (`tagged-json.ts`).
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

/** What a table's metadata say. */
export interface TableMetadata {
  readonly version: number;
  readonly part: "nodes" | "relationships";
  /** The same in both tables of one saved graph, and in no other. */
  readonly saved: string;
  /** Of nodes: the label sets, by the codes of `:LABEL`. */
  readonly labelSets?: readonly (readonly string[])[];
  /** Of relationships: what is known of their types. */
  readonly typeTraits?: TypeTraits;
}

/** What a column's metadata say. */
export interface ColumnMetadata {
  readonly part: ColumnPart;
  /** Of a property. */
  readonly form?: ValueForm;
}
