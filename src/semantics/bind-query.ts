import type { Span } from "../diagnostics/span.ts";
import type { ProcedureDefinition } from "../functions/procedure.ts";
import type { Clause, SingleQuery, Statement } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import { bindCallClause } from "./bind-call-clause.ts";
import { bindCreate } from "./bind-create.ts";
import { bindDelete } from "./bind-delete.ts";
import { bindExpression } from "./bind-expression.ts";
import { bindMerge } from "./bind-merge.ts";
import { bindPattern } from "./bind-pattern.ts";
import { bindProjection } from "./bind-projection.ts";
import { bindRemoveItems, bindSetItems } from "./bind-set.ts";
import type { BoundBranch, BoundClause, BoundQuery, BoundVariable } from "./bound-tree.ts";
import { checkComposition, checkUnion, WRITING_CLAUSES } from "./check-composition.ts";
import { checkPatternPositions } from "./check-pattern-positions.ts";
import { checkTypes } from "./check-types.ts";
import { ExpressionKeys } from "./expression-key.ts";
import { inferType, itemType } from "./infer-type.ts";
import { Problems } from "./problems.ts";
import { type ProjectionScope, Scope, SlotAllocator } from "./scope.ts";

/** What a query refers to, other than its own names. */
export interface BindingContext {
  readonly text: string;
  readonly procedures: ReadonlyMap<string, ProcedureDefinition>;
}

/**
 * Binds a syntax tree without extensions: resolves every name and checks every rule.
 *
 * @throws CypherError the first problem in the text, with the others in `others`
 */
export function bindQuery(statement: Statement, { text, procedures }: BindingContext): BoundQuery {
  const analysis: Analysis = {
    text,
    problems: new Problems(),
    slots: new SlotAllocator(),
    keys: new ExpressionKeys(),
    parameters: new Map<string, Span>(),
    patternUses: new Map<BoundVariable, Span>(),
    procedures,
    bind: (expression, scope) => bindExpression(expression, scope, analysis),
    bindBranch: (query, scope) => bindBranch(query, scope, analysis),
  };
  checkPatternPositions(statement, analysis.problems);
  for (const branch of statement.branches) checkComposition(branch, analysis.problems);
  const branches = statement.branches.map((branch) => bindBranch(branch, new Scope(), analysis));
  checkUnion(statement, branches, analysis.problems);
  checkTypes({ branches }, analysis.problems);
  analysis.problems.throwIfAny();
  return {
    branches,
    unionAll: statement.unionAll,
    columns: branches[0]?.outputs.map(({ name }) => name) ?? [],
    slots: analysis.slots.count,
    writes: statement.branches.some(({ clauses }) => clauses.some(({ kind }) => WRITING_CLAUSES.has(kind))),
    parameters: analysis.parameters,
    patternUses: analysis.patternUses,
  };
}

function bindBranch(query: SingleQuery, outer: Scope, analysis: Analysis): BoundBranch {
  const clauses: BoundClause[] = [];
  let scope = outer;
  for (const clause of query.clauses) {
    const bound = bindClause(clause, { variables: scope, outer }, query, analysis);
    if (bound.clause !== undefined) clauses.push(bound.clause);
    scope = bound.scope;
  }
  return { clauses, outputs: outputs(query, clauses) };
}

/** The output of a query: the items of RETURN, or the columns of a standalone CALL. */
function outputs(query: SingleQuery, clauses: readonly BoundClause[]): readonly BoundVariable[] {
  const last = clauses.at(-1);
  if (query.clauses.at(-1)?.kind === "ReturnClause" && last?.kind === "BoundProjection") {
    return last.items.map(({ variable }) => variable);
  }
  return query.clauses.length === 1 && last?.kind === "BoundCall"
    ? last.yields.map(({ variable }) => variable)
    : [];
}

interface ClauseBinding {
  /** Undefined if the clause could not be bound, which is already reported. */
  readonly clause: BoundClause | undefined;
  readonly scope: Scope;
}

function bindClause(
  clause: Clause,
  scopes: ProjectionScope,
  query: SingleQuery,
  analysis: Analysis,
): ClauseBinding {
  const { span } = clause;
  const { variables: scope } = scopes;
  switch (clause.kind) {
    case "MatchClause": {
      const { pattern, variables } = bindPattern(
        clause.patterns,
        clause.where,
        { variables: scope },
        analysis,
      );
      return { clause: { kind: "BoundMatch", optional: clause.optional, pattern, span }, scope: variables };
    }
    case "UnwindClause": {
      const list = analysis.bind(clause.list, { variables: scope });
      const { name } = clause.variable;
      if (scope.has(name)) {
        const hint = "choose another name";
        analysis.problems.report("VariableAlreadyBound", `${name} is bound already`, {
          span: clause.variable.span,
          hint,
        });
      }
      const variable = analysis.slots.variable(name, "value", itemType(inferType(list)));
      return { clause: { kind: "BoundUnwind", list, variable, span }, scope: scope.extend([variable]) };
    }
    case "CallClause": {
      const binding = bindCallClause(clause, scope, query.clauses.length === 1, analysis);
      return { clause: binding?.call, scope: binding?.variables ?? scope };
    }
    case "CreateClause": {
      const { create, variables } = bindCreate(clause, scope, analysis);
      return { clause: create, scope: variables };
    }
    case "MergeClause": {
      const { merge, variables } = bindMerge(clause, scope, analysis);
      return { clause: merge, scope: variables };
    }
    case "SetClause":
      return {
        clause: { kind: "BoundSet", items: bindSetItems(clause.items, scope, analysis), span },
        scope,
      };
    case "RemoveClause":
      return {
        clause: { kind: "BoundSet", items: bindRemoveItems(clause.items, scope, analysis), span },
        scope,
      };
    case "DeleteClause":
      return { clause: bindDelete(clause, scope, analysis), scope };
    case "WithClause":
    case "ReturnClause": {
      const { projection, variables } = bindProjection(clause, scopes, analysis);
      return { clause: projection, scope: variables };
    }
  }
}
