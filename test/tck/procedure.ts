import type { ProcedureDefinition, ProcedureField, ProcedureType } from "../../src/functions/procedure.ts";
import { equals } from "../../src/values/equality.ts";
import { fromJavaScript } from "../../src/values/from-javascript.ts";
import type { Value } from "../../src/values/value.ts";
import { readExpectedValue } from "./expected-value.ts";
import { parameterValue } from "./parameter-value.ts";

/**
 * A procedure as described in the TCK: a signature `test.my.proc(in :: INTEGER?) :: (out :: STRING?)`, and a table of
 * arguments and results.
 */
export function procedure(signature: string, table: readonly (readonly string[])[]): ProcedureDefinition {
  const match = /^([\w.]+) ?\((.*?)\) ?:: ?\((.*)\) ?:?$/.exec(signature.trim());
  if (match === null) throw new Error(`invalid signature of a TCK procedure: ${signature}`);
  const [, name = "", inputs = "", outputs = ""] = match;
  const parameters = fields(inputs);
  const columns = fields(outputs);
  const rows = table
    .slice(1)
    .map((row) => row.map((cell) => fromJavaScript(parameterValue(readExpectedValue(cell)))));
  const isCalled = (row: readonly Value[], args: readonly Value[]) =>
    args.every(
      (value, at) => (value === null && row[at] === null) || equals(row[at] ?? null, value) === true,
    );
  return {
    name,
    parameters,
    columns,
    run: (args) => rows.filter((row) => isCalled(row, args)).map((row) => row.slice(parameters.length)),
  };
}

function fields(text: string): ProcedureField[] {
  return text
    .split(",")
    .filter((field) => field.trim() !== "")
    .map((field) => {
      const [name = "", type = ""] = field.split("::").map((part) => part.trim());
      return { name, type: typeOf(type.replace("?", "")) };
    });
}

function typeOf(name: string): ProcedureType {
  const capitalized = name.charAt(0) + name.slice(1).toLowerCase();
  return capitalized as ProcedureType;
}
