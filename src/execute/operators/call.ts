import type { LogicalCall } from "../../plan/logical-plan.ts";
import { compileExpression } from "../compile-expression.ts";
import type { Execution, Next } from "../execution.ts";

/** A procedure without columns is run for what it does, and the row goes on as it is. */
export function call(
  { procedure, arguments: args, yields }: LogicalCall,
  execution: Execution,
  next: Next,
): Next {
  const { row } = execution;
  const evaluators = args.map((argument) => compileExpression(argument, execution));
  return () => {
    const rows = procedure.run(evaluators.map((evaluate) => evaluate()));
    if (procedure.columns.length === 0) return next();
    for (const values of rows) {
      for (const { column, variable } of yields) row[variable.slot] = values[column] ?? null;
      if (!next()) return false;
    }
    return true;
  };
}
