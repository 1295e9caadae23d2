import type { TemporalTypeName } from "../values/temporal/temporal.ts";
import type { TypeName } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";

/** A type of a procedure's argument or column; `Any` where every value will do. */
export type ProcedureType =
  | "Any"
  | "Boolean"
  | "Integer"
  | "Float"
  /** An integer or a float. */
  | "Number"
  | "String"
  | "List"
  | "Map"
  | "Node"
  | "Relationship"
  | "Path"
  | TemporalTypeName;

export interface ProcedureField {
  readonly name: string;
  readonly type: ProcedureType;
}

export interface ProcedureParameter extends ProcedureField {
  /** Whether a call may leave it out; those that come after it must be optional too. */
  readonly isOptional?: boolean;
}

/**
 * A procedure that a program gives to the engine, to be called with `CALL name(…) YIELD …`.
 *
 * A procedure without columns does something and leaves each row as it is.
 */
export interface ProcedureDefinition {
  /** With dots for a namespace, such as `claims.contested`. */
  readonly name: string;
  readonly parameters: readonly ProcedureParameter[];
  readonly columns: readonly ProcedureField[];
  readonly description?: string;
  /**
   * @param args in the order of the parameters; optional ones that a call leaves out are not there
   * @returns rows, each with one value for each column, in their order
   */
  readonly run: (args: readonly Value[]) => Iterable<readonly Value[]>;
}

/** The types that a field's values may have, null aside; undefined where every type will do. */
export function typesOfField({ type }: ProcedureField): readonly TypeName[] | undefined {
  if (type === "Any") return undefined;
  // An integer may stand for a float.
  return type === "Number" || type === "Float" ? ["Integer", "Float"] : [type];
}
