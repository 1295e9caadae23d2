import type { LogicalCreate } from "../../plan/logical-plan.ts";
import type { Blocking, Execution, Next } from "../execution.ts";
import { creator } from "./creator.ts";
import { writeRows } from "./write-rows.ts";

export function create(plan: LogicalCreate, execution: Execution, next: Next): Blocking {
  const bound = [...plan.nodes, ...plan.relationships].map(({ variable }) => variable);
  return writeRows([...plan.keeps, ...bound], execution, next, { row: creator(plan, execution) });
}
