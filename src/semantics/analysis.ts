import type { Span } from "../diagnostics/span.ts";
import type { ProcedureDefinition } from "../functions/procedure.ts";
import type { Expression, SingleQuery } from "../syntax/ast.ts";
import type { BoundBranch, BoundExpression, BoundVariable } from "./bound-tree.ts";
import type { ExpressionKeys } from "./expression-key.ts";
import type { Problems } from "./problems.ts";
import type { ExpressionScope, Scope, SlotAllocator } from "./scope.ts";

/** The state that all steps of binding one query share. */
export interface Analysis {
  /** The query text: a column without AS is named after its source. */
  readonly text: string;
  readonly problems: Problems;
  readonly slots: SlotAllocator;
  readonly keys: ExpressionKeys;
  /** The parameters found so far, each with its first position. */
  readonly parameters: Map<string, Span>;
  /** Variables of type `value` that a pattern uses as a node or relationship, each with its first position. */
  readonly patternUses: Map<BoundVariable, Span>;
  readonly procedures: ReadonlyMap<string, ProcedureDefinition>;
  /** Binds an expression. Calls, patterns and queries use this for the expressions inside them. */
  readonly bind: (expression: Expression, scope: ExpressionScope) => BoundExpression;
  /** Binds a branch of a subquery. */
  readonly bindBranch: (query: SingleQuery, scope: Scope) => BoundBranch;
}
