import { didYouMean, nearestNames } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { CellType } from "./cell-type.ts";
import { CELL_TYPE_NAMES, cellType, listType, STRING } from "./cell-types.ts";
import type { CellProblem } from "./import-faults.ts";

/** The kind of entity that the rows of a file describe. */
export type RowKind = "node" | "relationship";

/** The role of a column, other than being a property. */
export type ColumnRole = "ID" | "LABEL" | "START_ID" | "END_ID" | "TYPE" | "KEY" | "IGNORE";

/** One column of a file, from its header: `born:int`, `:LABEL`, `id:ID`. */
export interface HeaderColumn {
  /** Undefined: the column is only a property. */
  readonly role?: ColumnRole;
  /** The column's property; a key with a name, such as `id:ID`, is also a property. */
  readonly property?: { readonly name: string; readonly type: CellType };
}

/** The roles of each kind of file, and whether a file must have such a column. */
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

/** `name:type`; the type may have `[]`, a role may have an ID space, and both may have options. */
const HEADER =
  /^(?<name>[^{}]*?)(?:\s*:\s*(?<type>[^:(){}[\]]*?)\s*(?<list>\[\])?\s*(?<space>\([^()]*\))?\s*(?:\{(?<options>[^{}]*)\})?)?$/s;

/** A column that cannot be read, with the type or role written in its header. */
interface WrongColumn {
  readonly problem: CellProblem;
  readonly type: string;
}

/** The columns of a header, and its problems with the column (0-based) of each. */
export interface ReadHeader {
  readonly columns: readonly HeaderColumn[];
  readonly problems: readonly { readonly column: number; readonly problem: CellProblem }[];
}

/** Reads a header in the format of neo4j-admin's import, from its trimmed cells. */
export function readHeader(cells: readonly string[], kind: RowKind): ReadHeader {
  const separator = otherSeparator(cells);
  if (separator !== undefined) return { columns: [], problems: [{ column: 0, problem: separator }] };
  const read = cells.map((cell) => readHeaderCell(cell, kind));
  const columns = read.map((column) => ("problem" in column ? IGNORED : column));
  const wrong = read.flatMap((column, at) => ("problem" in column ? [{ ...column, column: at }] : []));
  // A column that is only misspelt is not also reported as missing.
  const meant = wrong.flatMap(({ type }) => nearestNames(type, Object.keys(ROLES[kind])));
  const together = checkHeader(columns, kind, meant);
  return { columns, problems: [...wrong, ...(together === undefined ? [] : [together])] };
}

const IGNORED: HeaderColumn = { role: "IGNORE" };

/** The problem of a header that is a single cell because its columns are not separated by commas. */
function otherSeparator([only = "", second]: readonly string[]): CellProblem | undefined {
  const mark = only.includes(";") ? '";"' : only.includes("\t") ? "tabs" : undefined;
  if (second !== undefined || mark === undefined) return undefined;
  return {
    code: "wrong-separator",
    message: `the header is a single column that contains ${mark}`,
    hint: `write commas between the columns, not ${mark}`,
  };
}

/** Reads one cell of a header. Names of ID spaces (`:ID(Person)`) are ignored: keys are unique among all nodes here. */
function readHeaderCell(cell: string, kind: RowKind): HeaderColumn | WrongColumn {
  const groups = HEADER.exec(cell)?.groups;
  const { name = "", type = "", list, space, options = "" } = groups ?? {};
  const wrong = (message: string, hint: string | undefined): WrongColumn => ({
    problem: { code: "unknown-column", message, hint },
    type,
  });
  // If nothing after a colon can be read, the whole cell would be the name.
  if (groups === undefined || (groups["type"] === undefined && name.includes(":"))) {
    return wrong(
      `the column ${shortened(cell)} cannot be read`,
      'write name:type, such as born:int or "a, b":string',
    );
  }
  const roles = Object.keys(ROLES[kind]);
  const role = roles.find((known) => known === type) as ColumnRole | undefined;
  if (role !== undefined && list !== undefined) {
    return wrong(`:${role} cannot be a list`, `write :${role} without []`);
  }
  if (space !== undefined && role !== "ID" && role !== "START_ID" && role !== "END_ID") {
    return wrong(`${space} is not allowed here`, "only :ID, :START_ID and :END_ID can name an ID space");
  }
  if (role === undefined && name === "" && type === "") {
    return wrong("a column has no name", "add a name, or write :IGNORE");
  }
  const scalar = role === undefined ? cellType(type === "" ? "string" : type) : STRING;
  if (scalar === undefined) {
    const types = `the types are ${CELL_TYPE_NAMES.join(", ")}, lists of them such as string[], and :${roles.join(", :")}${name.includes(":") ? "; a name that contains : also needs a type after it" : ""}`;
    const near = didYouMean(type, [...CELL_TYPE_NAMES, ...roles]);
    return wrong(`a column of ${kind}s cannot be of type ${shortened(type)}`, near ?? types);
  }
  if (role === undefined && name === "") return wrong("a column has no name", "add a name, or write :IGNORE");
  const typed = withOptions(list === undefined ? scalar : listType(scalar), readOptions(options), {
    isKey: role !== undefined && role !== "IGNORE" && role !== "TYPE" && role !== "LABEL",
    type: role === undefined ? type : `:${role}`,
  });
  if ("code" in typed) return { problem: typed, type };
  if (role === undefined) return { property: { name, type: typed } };
  return name === "" || (role !== "ID" && role !== "KEY")
    ? { role }
    : { role, property: { name, type: typed } };
}

/** Reads the options of a column: `timezone: Europe/Stockholm, id-type: 'int'`. */
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

/** Applies a column's options to its type; an option without effect is a problem. */
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
        return unknownOption(`no type ${shortened(value)} for id-type`, "write string or int");
      result = idType;
    } else if (option === "timezone" && type.inZone !== undefined) {
      const zoned = type.inZone(value);
      if (zoned === undefined) {
        const example = column.type.toLowerCase() === "time" ? "+01:00 or UTC" : "Europe/Stockholm or +01:00";
        return unknownOption(
          `unknown timezone ${shortened(value)} for ${column.type}`,
          `for example ${example}`,
        );
      }
      result = zoned;
    } else {
      const known = column.isKey ? "id-type" : type.inZone === undefined ? undefined : "timezone";
      const hint =
        known === undefined
          ? "remove it: this type has no options"
          : `the only option is ${known}; remove the others`;
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

/** The first problem of the columns as a whole, with its column. Roles in `meant` are not reported as missing. */
function checkHeader(
  columns: readonly HeaderColumn[],
  kind: RowKind,
  meant: readonly string[],
): { readonly column: number; readonly problem: CellProblem } | undefined {
  const met = new Set<string>();
  for (const [column, { role, property }] of columns.entries()) {
    const words = role === "IGNORE" ? [] : role === undefined ? [] : [`:${role}`];
    if (property !== undefined) words.push(property.name);
    for (const word of words) {
      if (met.has(word)) {
        const message = `two columns are called ${word}`;
        return {
          column,
          problem: { code: "duplicate-column", message, hint: "rename one of them" },
        };
      }
      met.add(word);
    }
  }
  for (const [role, need] of Object.entries(ROLES[kind])) {
    if (need !== "needed" || met.has(`:${role}`) || meant.includes(role)) continue;
    const problem = {
      code: "missing-column",
      message: `the header of a file of ${kind}s needs a column :${role}`,
      hint: EXAMPLES[kind],
    } as const;
    return { column: 0, problem };
  }
  return undefined;
}

const EXAMPLES: Readonly<Record<RowKind, string>> = {
  node: "such as id:ID,:LABEL,name,born:int",
  relationship: "such as :START_ID,:TYPE,:END_ID,article,said:date",
};
