import { didYouMean, nearestNames } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { CellType } from "./cell-type.ts";
import { CELL_TYPE_NAMES, cellType, listType, STRING } from "./cell-types.ts";
import type { CellProblem } from "./import-faults.ts";

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

/** `name:type`, the type perhaps with `[]` after it, a role perhaps with its ID space, and options of either. */
const HEADER =
  /^(?<name>[^{}]*?)(?:\s*:\s*(?<type>[^:(){}[\]]*?)\s*(?<list>\[\])?\s*(?<space>\([^()]*\))?\s*(?:\{(?<options>[^{}]*)\})?)?$/s;

/** A column that cannot be read, and what its header seems to mean. */
interface WrongColumn {
  readonly complaint: CellProblem;
  readonly type: string;
}

/** What a header says, or what is wrong with it: with which columns, counted from 0. */
export interface ReadHeader {
  readonly columns: readonly HeaderColumn[];
  readonly complaints: readonly { readonly column: number; readonly complaint: CellProblem }[];
}

/** Reads a header in the manner of neo4j-admin's import, from its cells without the blanks around them. */
export function readHeader(cells: readonly string[], kind: RowKind): ReadHeader {
  const separator = otherSeparator(cells);
  if (separator !== undefined) return { columns: [], complaints: [{ column: 0, complaint: separator }] };
  const read = cells.map((cell) => readHeaderCell(cell, kind));
  const columns = read.map((column) => ("complaint" in column ? IGNORED : column));
  const wrong = read.flatMap((column, at) => ("complaint" in column ? [{ ...column, column: at }] : []));
  // A column that a slip has hidden is not missing as well.
  const meant = wrong.flatMap(({ type }) => nearestNames(type, Object.keys(ROLES[kind])));
  const together = checkHeader(columns, kind, meant);
  return { columns, complaints: [...wrong, ...(together === undefined ? [] : [together])] };
}

const IGNORED: HeaderColumn = { role: "IGNORE" };

/** A header that is one cell because something other than commas separates its columns. */
function otherSeparator([only = "", second]: readonly string[]): CellProblem | undefined {
  const mark = only.includes(";") ? '";"' : only.includes("\t") ? "tabs" : undefined;
  if (second !== undefined || mark === undefined) return undefined;
  return {
    code: "wrong-separator",
    message: `the header is one column with ${mark} in it`,
    hint: `write commas between the columns, not ${mark}`,
  };
}

/**
 * One cell of a header. The names of ID spaces (`:ID(Person)`) are passed over: keys are unique among all nodes here.
 */
function readHeaderCell(cell: string, kind: RowKind): HeaderColumn | WrongColumn {
  const groups = HEADER.exec(cell)?.groups;
  const { name = "", type = "", list, space, options = "" } = groups ?? {};
  const wrong = (message: string, hint: string | undefined): WrongColumn => ({
    complaint: { code: "unknown-column", message, hint },
    type,
  });
  // Where nothing after a colon can be read, all would be the name.
  if (groups === undefined || (groups["type"] === undefined && name.includes(":"))) {
    return wrong(
      `the column ${shortened(cell)} cannot be read`,
      'write name:type, such as born:int or "a, b":string',
    );
  }
  const roles = Object.keys(ROLES[kind]);
  const role = roles.find((known) => known === type) as ColumnRole | undefined;
  if (role !== undefined && list !== undefined) {
    return wrong(`:${role} has no lists`, `write :${role} without []`);
  }
  if (space !== undefined && role !== "ID" && role !== "START_ID" && role !== "END_ID") {
    return wrong(`${space} is not read here`, "only :ID, :START_ID and :END_ID name an ID space");
  }
  if (role === undefined && name === "" && type === "") {
    return wrong("a column has no name", "write one, or :IGNORE");
  }
  const scalar = role === undefined ? cellType(type === "" ? "string" : type) : STRING;
  if (scalar === undefined) {
    const types = `there are ${CELL_TYPE_NAMES.join(", ")}, their lists such as string[], and :${roles.join(", :")}${name.includes(":") ? "; a name with : in it needs a type after it too" : ""}`;
    const near = didYouMean(type, [...CELL_TYPE_NAMES, ...roles]);
    return wrong(`a column of ${kind}s cannot be of type ${shortened(type)}`, near ?? types);
  }
  if (role === undefined && name === "") return wrong("a column has no name", "write one, or :IGNORE");
  const typed = withOptions(list === undefined ? scalar : listType(scalar), readOptions(options), {
    isKey: role !== undefined && role !== "IGNORE" && role !== "TYPE" && role !== "LABEL",
    type: role === undefined ? type : `:${role}`,
  });
  if ("code" in typed) return { complaint: typed, type };
  if (role === undefined) return { property: { name, type: typed } };
  return name === "" || (role !== "ID" && role !== "KEY")
    ? { role }
    : { role, property: { name, type: typed } };
}

/** The options of a column: `timezone: Europe/Stockholm, id-type: 'int'`. */
function readOptions(text: string): ReadonlyMap<string, string> {
  const options = text.split(",").filter((option) => option.trim() !== "");
  return new Map(
    options.map((option) => {
      const [key = "", ...value] = option.split(":");
      return [
        key.trim(),
        value
          .join(":")
          .trim()
          .replace(/^(["'])(.*)\1$/, "$2"),
      ];
    }),
  );
}

/** The type that a column's options make of its type; an option that would change nothing is a complaint. */
function withOptions(
  type: CellType,
  options: ReadonlyMap<string, string>,
  column: { readonly isKey: boolean; readonly type: string },
): CellType | CellProblem {
  let result = type;
  for (const [option, value] of options) {
    if (option === "id-type" && column.isKey) {
      const idType = cellType(value);
      if (idType === undefined)
        return unknownOption(`no type ${shortened(value)} for id-type`, "it is string or int");
      result = idType;
    } else if (option === "timezone" && type.inZone !== undefined) {
      const zoned = type.inZone(value);
      if (zoned === undefined) {
        const example = column.type.toLowerCase() === "time" ? "+01:00 or UTC" : "Europe/Stockholm or +01:00";
        return unknownOption(
          `no timezone ${shortened(value)} is known for ${column.type}`,
          `for example ${example}`,
        );
      }
      result = zoned;
    } else {
      const known = column.isKey ? "id-type" : type.inZone === undefined ? undefined : "timezone";
      const hint =
        known === undefined
          ? "leave it out: this type has no options"
          : `there is ${known}; leave others out`;
      return unknownOption(
        `the option ${shortened(option)} of ${column.type || "a text"} is not known`,
        hint,
      );
    }
  }
  return result;
}

function unknownOption(message: string, hint: string): CellProblem {
  return { code: "unknown-option", message, hint };
}

/** What is wrong with the columns together, and with which of them; the roles `meant` are not missed. */
function checkHeader(
  columns: readonly HeaderColumn[],
  kind: RowKind,
  meant: readonly string[],
): { readonly column: number; readonly complaint: CellProblem } | undefined {
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
    if (need !== "needed" || met.has(`:${role}`) || meant.includes(role)) continue;
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
