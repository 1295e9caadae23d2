import type { Clause, SingleQuery, Statement } from "../syntax/ast.ts";
import type { BoundBranch } from "./bound-tree.ts";
import type { Problems } from "./problems.ts";

export const WRITING_CLAUSES: ReadonlySet<Clause["kind"]> = new Set([
  "CreateClause",
  "MergeClause",
  "SetClause",
  "RemoveClause",
  "DeleteClause",
]);

const READING_CLAUSES: ReadonlySet<Clause["kind"]> = new Set(["MatchClause", "UnwindClause", "CallClause"]);

/**
 * Checks the order of clauses: RETURN is the last clause; a query ends in RETURN, in a clause that writes, or in CALL;
 * a clause that reads does not directly follow a clause that writes.
 */
export function checkComposition(query: SingleQuery, problems: Problems): void {
  checkOrder(query, problems);
  const last = query.clauses.at(-1);
  if (
    last !== undefined &&
    (last.kind === "MatchClause" || last.kind === "UnwindClause" || last.kind === "WithClause")
  ) {
    problems.report("InvalidClauseComposition", "the query does not say what to return", {
      span: last.span,
      hint: "add RETURN and what you want, such as RETURN *",
    });
  }
}

/** A query inside EXISTS needs no RETURN, since only the existence of a row matters. It cannot write. */
export function checkSubqueryComposition(query: SingleQuery, problems: Problems): void {
  checkOrder(query, problems);
  const writing = query.clauses.find(({ kind }) => WRITING_CLAUSES.has(kind));
  if (writing === undefined) return;
  problems.report("InvalidClauseComposition", "a query inside EXISTS cannot write", { span: writing.span });
}

function checkOrder({ clauses }: SingleQuery, problems: Problems): void {
  const report = (clause: Clause, message: string, hint: string) =>
    problems.report("InvalidClauseComposition", message, { span: clause.span, hint });
  for (const [at, clause] of clauses.entries()) {
    if (clause.kind === "ReturnClause" && at < clauses.length - 1) {
      report(clause, "RETURN must be the last clause", "use WITH to continue");
    }
    const before = clauses[at - 1];
    if (before !== undefined && WRITING_CLAUSES.has(before.kind) && READING_CLAUSES.has(clause.kind)) {
      report(clause, "a clause that reads cannot directly follow one that writes", "put a WITH between them");
    }
  }
}

/** Checks that the queries of a UNION have the same columns, in a statement or inside EXISTS. */
export function checkUnion(
  statement: Pick<Statement, "branches" | "unionAll" | "span">,
  branches: readonly BoundBranch[],
  problems: Problems,
): void {
  const expected = branches[0]?.outputs.map(({ name }) => name) ?? [];
  for (const [at, branch] of branches.entries()) {
    const names = branch.outputs.map(({ name }) => name);
    if (names.length === expected.length && names.every((name, column) => name === expected[column]))
      continue;
    problems.report("DifferentColumnsInUnion", "the queries that UNION joins have different columns", {
      span: statement.branches[at]?.span,
      hint:
        expected.length === 0
          ? "give all of them a RETURN clause, or none of them"
          : `give them the same names with AS: ${expected.join(", ")}`,
    });
  }
  if (new Set(statement.unionAll).size > 1) {
    problems.report("InvalidClauseComposition", "UNION and UNION ALL cannot be mixed", {
      span: statement.span,
    });
  }
}
