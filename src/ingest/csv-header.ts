import { didYouMean } from "../diagnostics/nearest-names.ts";
import { CELL_TYPE_NAMES, type CellType, cellType, listType, STRING } from "./cell-types.ts";
import type { Complaint } from "./import-faults.ts";

/** What the rows of a file are. */
export type RowKind = "node" | "relationship";

/** What a column is for, other than to be a property. */
export type ColumnRole = "ID" | "LABEL" | "START_ID" | "END_ID" | "TYPE" | "KEY" | "IGNORE";

/** One column of a file, as its header tells it: `born:int`, `:LABEL`, `id:ID`. */
export interface HeaderColumn {
  /** Absent: the column is a property only. */
  readonly role?: ColumnRole;
  /** The property that the column is; a key with a name, such as `id:ID`, is one besides. */
  readonly property?: { readonly name: string; readonly type: CellType };
}

/** Which roles there are, and whether every file has such a column. */
const ROLES: Readonly<Record<RowKind, Readonly<Partial<Record<ColumnRole, "needed" | "possible">>>>> = {
  node: { ID: "needed", LABEL: "possible", IGNORE: "possible" },
  relationship: {
    START_ID: "needed",
    END_ID: "needed",
    TYPE: "needed",
    KEY: "possible",
    IGNORE: "possible",
  },
};

/** `name:type`, the type perhaps with `[]` after it, a role perhaps with its ID space and options. */
const HEADER = /^(?<name>.*?)(?::(?<type>\w*)(?<list>\[\])?(?:\([^()]*\))?(?:\{(?<options>[^{}]*)\})?)?$/s;

/**
 * One cell of a header in the manner of neo4j-admin's import. The names of ID spaces (`:ID(Person)`) are passed
 * over: keys are unique among all nodes here.
 */
export function readHeaderCell(cell: string, kind: RowKind): HeaderColumn | Complaint {
  const { name = "", type = "", list, options = "" } = HEADER.exec(cell)?.groups ?? {};
  const roles = Object.keys(ROLES[kind]);
  if (roles.includes(type)) {
    const role = type as ColumnRole;
    if (name === "" || (role !== "ID" && role !== "KEY")) return { role };
    const idType = cellType(/id-type\s*:\s*(\w+)/.exec(options)?.[1] ?? "string");
    return { role, property: { name, type: idType ?? STRING } };
  }
  const item = cellType(type === "" ? "string" : type);
  if (item === undefined) {
    const near = didYouMean(type, [...CELL_TYPE_NAMES, ...roles]);
    return {
      code: "unknown-column",
      message: `a column of ${kind}s cannot be of type ${type}`,
      hint:
        near ??
        `there are ${CELL_TYPE_NAMES.join(", ")}, their lists such as string[], and :${roles.join(", :")}`,
    };
  }
  if (name === "") {
    return { code: "unknown-column", message: "a column has no name", hint: "write one, or :IGNORE" };
  }
  return { property: { name, type: list === undefined ? item : listType(item) } };
}

/** What is wrong with the columns together, and with which of them. */
export function checkHeader(
  columns: readonly HeaderColumn[],
  kind: RowKind,
): { readonly column: number; readonly complaint: Complaint } | undefined {
  const met = new Set<string>();
  for (const [column, { role, property }] of columns.entries()) {
    const words = role === "IGNORE" ? [] : role === undefined ? [] : [`:${role}`];
    if (property !== undefined) words.push(property.name);
    for (const word of words) {
      if (met.has(word)) {
        const message = `two columns are ${word}`;
        return {
          column,
          complaint: { code: "duplicate-column", message, hint: "name one of them otherwise" },
        };
      }
      met.add(word);
    }
  }
  for (const [role, need] of Object.entries(ROLES[kind])) {
    if (need !== "needed" || met.has(`:${role}`)) continue;
    const complaint = {
      code: "missing-column",
      message: `the header of a file of ${kind}s needs a column :${role}`,
      hint: EXAMPLES[kind],
    } as const;
    return { column: 0, complaint };
  }
  return undefined;
}

const EXAMPLES: Readonly<Record<RowKind, string>> = {
  node: "such as id:ID,:LABEL,name,born:int",
  relationship: "such as :START_ID,:TYPE,:END_ID,article,said:date",
};
