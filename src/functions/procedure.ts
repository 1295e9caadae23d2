import type { TemporalTypeName } from "../values/temporal/temporal.ts";
import type { TypeName } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";

/** The type of a procedure's argument or column; `Any` accepts every value. */
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
  /** Whether a call may omit it; all later parameters must be optional too. */
  readonly isOptional?: boolean;
}

/**
 * A custom procedure that queries call with `CALL name(…) YIELD …`.
 *
 * A procedure without columns runs for its side effects and leaves each row unchanged.
 */
export interface ProcedureDefinition {
  /** May have a namespace, separated by dots: `claims.contested`. */
  readonly name: string;
  readonly parameters: readonly ProcedureParameter[];
  readonly columns: readonly ProcedureField[];
  readonly description?: string;
  /**
   * @param args in the order of the parameters, without the optional ones that the call omits
   * @returns rows, each with one value per column, in the order of the columns
   */
  readonly run: (args: readonly Value[]) => Iterable<readonly Value[]>;
}

/** The types that a field accepts, besides null; undefined if it accepts every type. */
export function typesOfField({ type }: ProcedureField): readonly TypeName[] | undefined {
  if (type === "Any") return undefined;
  // A float field also accepts integers.
  return type === "Number" || type === "Float" ? ["Integer", "Float"] : [type];
}
