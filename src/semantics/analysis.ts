import type { Expression } from "../syntax/ast.ts";
import type { BoundExpression } from "./bound-expression.ts";
import type { Problems } from "./problems.ts";
import type { ExpressionScope, SlotAllocator } from "./scope.ts";

/** What the steps of binding one query share. */
export interface Analysis {
  readonly problems: Problems;
  readonly slots: SlotAllocator;
  /** Expressions hold calls and patterns, which hold expressions: the steps of binding meet again here. */
  readonly bind: (expression: Expression, scope: ExpressionScope) => BoundExpression;
}
