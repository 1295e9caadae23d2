import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import { type ProcedureDefinition, type ProcedureField, typesOfField } from "../../functions/procedure.ts";
import type { LogicalCall } from "../../plan/logical-plan.ts";
import { float } from "../../values/float.ts";
import { fromJavaScript } from "../../values/from-javascript.ts";
import { isInteger } from "../../values/numbers.ts";
import { typeName, typeWithArticle } from "../../values/type-name.ts";
import type { Value } from "../../values/value.ts";
import { eachEntity } from "../evidence/evidence.ts";
import type { Evidence } from "../evidence/evidence-store.ts";
import type { Execution, Next } from "../execution.ts";
import { placed } from "../expressions/compile-call.ts";
import { compileReleased } from "../expressions/compile-measured.ts";
import { NO_PARTS } from "../holding.ts";

/**
 * Runs a procedure for each row. Arguments and columns must have the types that the procedure declares. A procedure
 * without columns is run for its side effects, and the row is passed on unchanged.
 *
 * The evidence of a row includes all entities in the procedure's row, even in columns that are not yielded.
 */
export function call(
  { procedure, arguments: args, yields, span }: LogicalCall,
  execution: Execution,
  next: Next,
): Next {
  const { row, holdings, budget } = execution;
  const { memory } = budget;
  /** Charges a procedure's value to the budget: the procedure may have made it for this row. */
  const hold = (slot: number, value: Value): void => {
    const bytes = memory.weigh(value, Number.MAX_SAFE_INTEGER);
    holdings[slot] = bytes === 0 ? undefined : { bytes, parts: NO_PARTS, within: undefined };
    budget.allocate(bytes);
  };
  const { name, parameters, columns, run } = procedure;
  const evaluators = args.map((argument, at) => {
    const evaluate = compileReleased(argument, execution);
    const parameter = parameters[at];
    if (parameter === undefined) return evaluate;
    const what = `the argument ${parameter.name} of ${name}`;
    return () => ofType(evaluate(), parameter, what, argument.span);
  });
  const emit = withEvidence(execution, next);
  return () => {
    const values = evaluators.map((evaluate) => evaluate());
    const runChecked = () => {
      const rows = run(values);
      if (columns.length > 0) checkRows(rows, procedure);
      return rows;
    };
    const rows = rowsOf(runChecked, span);
    if (columns.length === 0) return next();
    const mark = memory.made;
    for (const values of rows) {
      checkRow(values, procedure, span);
      budget.spend(1);
      for (const { column, variable } of yields) {
        const field = columns[column];
        const value = fromJavaScript(values[column]);
        hold(variable.slot, value);
        row[variable.slot] =
          field === undefined ? value : ofType(value, field, `the column ${field.name} of ${name}`, span);
      }
      const goesOn = emit(values);
      memory.made = mark;
      if (!goesOn) return false;
    }
    return true;
  };
}

/** Starts a procedure immediately. Its errors get the span of the call, including those thrown while iterating. */
function rowsOf(run: () => Iterable<readonly unknown[]>, span: Span): Iterable<readonly unknown[]> {
  const at = <Outcome>(run: () => Outcome): Outcome => {
    try {
      return run();
    } catch (error) {
      throw placed(error, span);
    }
  };
  const rows = at(run);
  return Array.isArray(rows) ? rows : placedRows(rows, at);
}

function* placedRows(
  rows: Iterable<readonly unknown[]>,
  at: <Outcome>(run: () => Outcome) => Outcome,
): Iterable<readonly unknown[]> {
  const iterator = at(() => rows[Symbol.iterator]());
  try {
    for (let step = at(() => iterator.next()); step.done !== true; step = at(() => iterator.next()))
      yield step.value;
  } finally {
    iterator.return?.();
  }
}

/** @throws CypherError if a custom procedure returns anything other than rows */
function checkRows(rows: unknown, procedure: ProcedureDefinition): void {
  if (typeof rows === "object" && rows !== null && Symbol.iterator in rows) return;
  const met =
    rows instanceof Promise ? "a promise" : rows === undefined ? "nothing" : `a JavaScript ${typeof rows}`;
  throw notRows(`${procedure.name} must return rows, but returned ${met}`, procedure);
}

function checkRow(values: unknown, procedure: ProcedureDefinition, span: Span): void {
  const { name, columns } = procedure;
  if (Array.isArray(values) && values.length === columns.length) return;
  const met = Array.isArray(values) ? `a row of ${values.length} values` : "a row that is not an array";
  const count = `${columns.length} column${columns.length === 1 ? "" : "s"}`;
  throw placed(notRows(`${name} has ${count}, but returned ${met}`, procedure), span);
}

function notRows(message: string, { columns }: ProcedureDefinition): CypherError {
  const row = columns.map(({ name }) => name).join(", ");
  return new CypherError("ArgumentTypeMismatch", message, {
    hint: `run must return rows synchronously, such as [[${row}]]`,
  });
}

/** Adds the entities in the values to the evidence of the row, if evidence is recorded. */
function withEvidence(
  { row, index, evidence: store }: Execution,
  next: Next,
): (values: readonly unknown[]) => boolean {
  if (store === undefined) return next;
  const { slot } = store;
  const node = (number: number) => store.node(number);
  const relationship = (number: number) => store.relationship(number);
  return (values) => {
    const before = row[slot] as Evidence;
    const record = store.open(before);
    for (const value of values) eachEntity(fromJavaScript(value), index, node, relationship);
    store.close(record);
    row[slot] = record;
    const goesOn = next();
    row[slot] = before;
    store.release(record);
    return goesOn;
  };
}

/**
 * The value as the field declares it: an integer becomes a float if the field is a Float.
 *
 * @throws CypherError `ArgumentTypeMismatch` for other types
 */
function ofType(value: Value, field: ProcedureField, what: string, span: Span): Value {
  const accepted = typesOfField(field);
  if (value === null || accepted === undefined) return value;
  if (!accepted.includes(typeName(value))) {
    const message = `${what} is ${typeWithArticle(value)}, but must be of type ${field.type}`;
    throw new CypherError("ArgumentTypeMismatch", message, { span });
  }
  return field.type === "Float" && isInteger(value) ? float(Number(value)) : value;
}
