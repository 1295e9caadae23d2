import type { LogicalSet } from "../../plan/logical-plan.ts";
import type { Blocking, Execution, Next } from "../execution.ts";
import { setter } from "./setter.ts";
import { writeRows } from "./write-rows.ts";

export function set({ items, keeps }: LogicalSet, execution: Execution, next: Next): Blocking {
  return writeRows(keeps, execution, next, { row: setter(items, execution) });
}
