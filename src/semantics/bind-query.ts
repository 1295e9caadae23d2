import type { Clause, SingleQuery, Statement } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import { bindCreate } from "./bind-create.ts";
import { bindExpression } from "./bind-expression.ts";
import { bindPattern } from "./bind-pattern.ts";
import { bindProjection } from "./bind-projection.ts";
import type { BoundBranch, BoundClause, BoundQuery } from "./bound-query.ts";
import { Problems } from "./problems.ts";
import { EMPTY_SCOPE, extendScope, type Scope, SlotAllocator } from "./scope.ts";

/**
 * Syntax tree, without extensions → bound query: every name resolved, every rule checked.
 *
 * @param text the query's text, from which columns without AS take their names
 * @throws CypherError at compile time, the first problem in the text; it carries the others
 */
export function bindQuery(statement: Statement, text: string): BoundQuery {
  const analysis: Analysis = {
    problems: new Problems(),
    slots: new SlotAllocator(),
    bind: (expression, scope) => bindExpression(expression, scope, analysis),
  };
  const branches = statement.branches.map((branch) => bindBranch(branch, text, analysis));
  checkUnion(statement, branches, analysis);
  analysis.problems.throwIfAny();
  return {
    branches,
    unionAll: statement.unionAll,
    columns: branches[0]?.outputs.map(({ name }) => name) ?? [],
    slots: analysis.slots.count,
    writes: branches.some(({ clauses }) => clauses.some(({ kind }) => kind === "BoundCreate")),
  };
}

function bindBranch(query: SingleQuery, text: string, analysis: Analysis): BoundBranch {
  const clauses: BoundClause[] = [];
  let scope: Scope = EMPTY_SCOPE;
  for (const clause of query.clauses) {
    const bound = bindClause(clause, scope, text, analysis);
    clauses.push(bound.clause);
    scope = bound.scope;
  }
  checkComposition(query, analysis);
  const last = clauses.at(-1);
  const returns = query.clauses.at(-1)?.kind === "ReturnClause" && last?.kind === "BoundProjection";
  return { clauses, outputs: returns ? last.items.map(({ variable }) => variable) : [] };
}

function bindClause(
  clause: Clause,
  scope: Scope,
  text: string,
  analysis: Analysis,
): { readonly clause: BoundClause; readonly scope: Scope } {
  switch (clause.kind) {
    case "MatchClause": {
      const { pattern, variables } = bindPattern(
        clause.patterns,
        clause.where,
        { variables: scope },
        analysis,
      );
      const { optional, span } = clause;
      return { clause: { kind: "BoundMatch", optional, pattern, span }, scope: variables };
    }
    case "UnwindClause": {
      const list = analysis.bind(clause.list, { variables: scope });
      const { name, span } = clause.variable;
      if (scope.has(name)) {
        analysis.problems.report("VariableAlreadyBound", `${name} is bound already`, {
          span,
          hint: "choose another name",
        });
      }
      const variable = analysis.slots.variable(name, "value");
      return {
        clause: { kind: "BoundUnwind", list, variable, span: clause.span },
        scope: extendScope(scope, [variable]),
      };
    }
    case "CreateClause": {
      const { create, variables } = bindCreate(clause, scope, analysis);
      return { clause: create, scope: variables };
    }
    case "WithClause":
    case "ReturnClause": {
      const { projection, variables } = bindProjection(clause, scope, text, analysis);
      return { clause: projection, scope: variables };
    }
  }
}

/** RETURN comes last and only once; a query ends in it or in a clause that writes; reading does not follow writing. */
function checkComposition(query: SingleQuery, analysis: Analysis): void {
  const { clauses } = query;
  const report = (clause: Clause, message: string, hint: string) =>
    analysis.problems.report("InvalidClauseComposition", message, { span: clause.span, hint });
  for (const [at, clause] of clauses.entries()) {
    if (clause.kind === "ReturnClause" && at < clauses.length - 1) {
      report(clause, "RETURN must be the last clause", "use WITH to go on");
    }
    const before = clauses[at - 1];
    if (
      before?.kind === "CreateClause" &&
      (clause.kind === "MatchClause" || clause.kind === "UnwindClause")
    ) {
      report(clause, "a clause that reads cannot directly follow one that writes", "put a WITH between them");
    }
  }
  const last = clauses.at(-1);
  if (last !== undefined && last.kind !== "ReturnClause" && last.kind !== "CreateClause") {
    report(last, "the query does not say what to return", "add RETURN and what you want, such as RETURN *");
  }
}

function checkUnion(statement: Statement, branches: readonly BoundBranch[], analysis: Analysis): void {
  const [first] = branches;
  for (const [at, branch] of branches.entries()) {
    const names = branch.outputs.map(({ name }) => name);
    const expected = first?.outputs.map(({ name }) => name) ?? [];
    if (names.join("\n") === expected.join("\n")) continue;
    analysis.problems.report(
      "DifferentColumnsInUnion",
      "the queries that UNION joins have different columns",
      {
        span: statement.branches[at]?.span,
        hint: `name them alike with AS: ${expected.join(", ")}`,
      },
    );
  }
  if (new Set(statement.unionAll).size > 1) {
    analysis.problems.report("InvalidClauseComposition", "UNION and UNION ALL cannot be mixed", {
      span: statement.span,
    });
  }
}
