import { unreachable } from "../diagnostics/invariant.ts";
import type { Clause, PatternPart, Projection, SingleQuery, Statement } from "./ast.ts";
import { printExpression, printProperties, printWhere } from "./print-expression.ts";
import { printName, printString } from "./print-name.ts";
import { printPattern } from "./print-pattern.ts";

/** A statement as openCypher text, a clause a line; parsing it gives the same tree. */
export function printStatement({ mode, branches, unionAll }: Statement): string {
  const lines = branches.flatMap((branch, at) => [
    ...(at === 0 ? [] : [unionAll[at - 1] ? "UNION ALL" : "UNION"]),
    ...printQuery(branch),
  ]);
  return `${mode === "run" ? "" : `${mode.toUpperCase()} `}${lines.join("\n")}`;
}

function printQuery(query: SingleQuery): string[] {
  return query.clauses.map(printClause);
}

function printClause(clause: Clause): string {
  switch (clause.kind) {
    case "MatchClause": {
      const keyword = clause.bare ? "" : clause.optional ? "OPTIONAL MATCH " : "MATCH ";
      const claimant =
        clause.accordingTo === undefined ? "" : ` ACCORDING TO ${printString(clause.accordingTo.value)}`;
      return `${keyword}${printPatterns(clause.patterns)}${claimant}${printWhere(clause.where)}`;
    }
    case "UnwindClause":
      return `UNWIND ${printExpression(clause.list)} AS ${printName(clause.variable.name)}`;
    case "CreateClause":
      return `CREATE ${printPatterns(clause.patterns)}`;
    case "WithClause":
      return `WITH ${printProjection(clause.projection)}${printWhere(clause.where)}`;
    case "ReturnClause":
      return `RETURN ${printProjection(clause.projection)}`;
    default:
      return unreachable(clause);
  }
}

function printPatterns(patterns: readonly PatternPart[]): string {
  return patterns.map((part) => printPattern(part, printProperties)).join(", ");
}

function printProjection({ distinct, star, items, orderBy, skip, limit }: Projection): string {
  const printed = items.map(
    ({ expression, alias }) =>
      `${printExpression(expression)}${alias === undefined ? "" : ` AS ${printName(alias.name)}`}`,
  );
  const sort = orderBy.map(
    ({ expression, descending }) => `${printExpression(expression)}${descending ? " DESC" : ""}`,
  );
  return [
    `${distinct ? "DISTINCT " : ""}${[...(star ? ["*"] : []), ...printed].join(", ")}`,
    ...(sort.length === 0 ? [] : [`ORDER BY ${sort.join(", ")}`]),
    ...(skip === undefined ? [] : [`SKIP ${printExpression(skip)}`]),
    ...(limit === undefined ? [] : [`LIMIT ${printExpression(limit)}`]),
  ].join(" ");
}
