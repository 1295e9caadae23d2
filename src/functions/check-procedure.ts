import { checkMembers, checkString, wrongArgument } from "../diagnostics/check-argument.ts";
import { oneOf } from "../diagnostics/nearest-names.ts";
import { TEMPORAL_TYPES } from "../values/temporal/read-temporal.ts";
import type { ProcedureDefinition } from "./procedure.ts";

const WHERE = "registerProcedure";

const TYPES: readonly string[] = [
  ...[
    "Any",
    "Boolean",
    "Integer",
    "Float",
    "Number",
    "String",
    "List",
    "Map",
    "Node",
    "Relationship",
    "Path",
  ],
  ...TEMPORAL_TYPES,
];

/** @throws TypeError if the declaration of a custom procedure is invalid */
export function checkProcedure(procedure: unknown): asserts procedure is ProcedureDefinition {
  checkMembers(WHERE, "the procedure", procedure, ["name", "parameters", "columns", "description", "run"]);
  const { name, parameters, columns, run } = procedure as Readonly<Record<string, unknown>>;
  checkString(WHERE, "the procedure's name", name);
  if (name.split(".").includes("")) throw wrongArgument(WHERE, "a name such as mine.count", name);
  const where = `${WHERE}: ${name}`;
  if (typeof run !== "function") throw wrongArgument(where, "run as a function that returns rows", run);
  checkFields(where, "parameters", parameters, ["name", "type", "isOptional"]);
  checkFields(where, "columns", columns, ["name", "type"]);
}

function checkFields(
  where: string,
  what: "parameters" | "columns",
  fields: unknown,
  members: readonly string[],
): void {
  if (!Array.isArray(fields)) {
    throw wrongArgument(where, `${what} as a list of { name, type }, [] if it has none`, fields);
  }
  const names = new Set<string>();
  let optional: string | undefined;
  for (const field of fields as readonly unknown[]) {
    checkMembers(where, `one of its ${what}`, field, members);
    const { name, type, isOptional } = field as Readonly<Record<string, unknown>>;
    checkString(where, `the name of each of its ${what}`, name);
    if (names.has(name))
      throw new TypeError(`${where}: two of its ${what} are called ${JSON.stringify(name)}`);
    names.add(name);
    if (typeof type !== "string" || !TYPES.includes(type)) {
      throw wrongArgument(where, `${oneOf(TYPES)} as the type of ${name}`, type);
    }
    if (isOptional === true) optional = name;
    else if (optional !== undefined) {
      throw new TypeError(`${where}: ${name} must be optional, because ${optional} before it is optional`);
    }
  }
}
