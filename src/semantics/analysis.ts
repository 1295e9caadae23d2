import type { Span } from "../diagnostics/span.ts";
import type { ProcedureDefinition } from "../functions/procedure.ts";
import type { Expression, SingleQuery } from "../syntax/ast.ts";
import type { BoundBranch, BoundExpression, BoundVariable } from "./bound-tree.ts";
import type { ExpressionKeys } from "./expression-key.ts";
import type { Problems } from "./problems.ts";
import type { ExpressionScope, Scope, SlotAllocator } from "./scope.ts";

/** What the steps of binding one query share. */
export interface Analysis {
  /** The query's text: a column without AS is named as it is written. */
  readonly text: string;
  readonly problems: Problems;
  readonly slots: SlotAllocator;
  readonly keys: ExpressionKeys;
  /** The parameters met so far, each with its first place. */
  readonly parameters: Map<string, Span>;
  /** Variables that may hold anything and that a pattern takes for a node or relationship, each with its first place. */
  readonly patternUses: Map<BoundVariable, Span>;
  readonly procedures: ReadonlyMap<string, ProcedureDefinition>;
  /** Expressions hold calls, patterns and queries, which hold expressions: the steps of binding meet again here. */
  readonly bind: (expression: Expression, scope: ExpressionScope) => BoundExpression;
  readonly bindBranch: (query: SingleQuery, scope: Scope) => BoundBranch;
}
