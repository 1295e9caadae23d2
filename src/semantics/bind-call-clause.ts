import { didYouMean } from "../diagnostics/nearest-names.ts";
import { type ProcedureDefinition, type ProcedureType, typesOfField } from "../functions/procedure.ts";
import type { CallClause } from "../syntax/ast.ts";
import { withArticle } from "../values/type-name.ts";
import type { Analysis } from "./analysis.ts";
import { hasAggregate } from "./bind-aggregation.ts";
import type { BoundCall, BoundExpression } from "./bound-tree.ts";
import { inferType } from "./infer-type.ts";
import type { Scope } from "./scope.ts";
import { ANY, mayBe, type StaticType, simpleType } from "./static-type.ts";

/** A bound CALL, and the variables in scope after it. */
export interface CallBinding {
  readonly call: BoundCall;
  readonly variables: Scope;
}

/**
 * @param isStandalone whether CALL is the whole query: only then may arguments come from the query's parameters, and
 *   may YIELD be omitted or be `*`
 */
export function bindCallClause(
  clause: CallClause,
  scope: Scope,
  isStandalone: boolean,
  analysis: Analysis,
): CallBinding | undefined {
  const procedure = analysis.procedures.get(clause.name);
  if (procedure === undefined) {
    analysis.problems.report("ProcedureNotFound", `no procedure ${clause.name} is known`, {
      span: clause.nameSpan,
      hint: didYouMean(clause.name, analysis.procedures.keys()),
    });
    return undefined;
  }
  const args = bindArguments(clause, procedure, scope, isStandalone, analysis);
  const yields = bindYields(clause, procedure, scope, isStandalone, analysis);
  const variables = scope.extend(yields.map(({ variable }) => variable));
  const where = clause.where && analysis.bind(clause.where, { variables });
  return {
    call: { kind: "BoundCall", procedure, arguments: args, yields, where, span: clause.span },
    variables,
  };
}

function bindArguments(
  clause: CallClause,
  procedure: ProcedureDefinition,
  scope: Scope,
  isStandalone: boolean,
  analysis: Analysis,
): BoundExpression[] {
  const { parameters, name } = procedure;
  if (clause.arguments === undefined) {
    if (!isStandalone) {
      analysis.problems.report(
        "InvalidArgumentPassingMode",
        `inside a query, ${name} needs its arguments in parentheses`,
        {
          span: clause.nameSpan,
          hint: `CALL ${signatureText(procedure)}`,
        },
      );
    }
    const required = parameters.filter(({ isOptional }) => isOptional !== true);
    for (const parameter of required) analysis.parameters.set(parameter.name, clause.nameSpan);
    return required.map((parameter) => ({
      kind: "ParameterValue",
      name: parameter.name,
      span: clause.nameSpan,
    }));
  }
  const actual = clause.arguments.length;
  const least = parameters.filter(({ isOptional }) => isOptional !== true).length;
  if (actual < least || actual > parameters.length) {
    const wanted = least === parameters.length ? least : `${least} to ${parameters.length}`;
    analysis.problems.report(
      "InvalidNumberOfArguments",
      `${name} takes ${wanted} arguments, but got ${actual}`,
      {
        span: clause.span,
        hint: `CALL ${signatureText(procedure)}`,
      },
    );
  }
  return clause.arguments.map((argument, at) => {
    if (hasAggregate(argument)) {
      analysis.problems.report("InvalidAggregation", "an aggregate cannot be an argument of a procedure", {
        span: argument.span,
        hint: "compute it in a WITH clause first",
      });
      return { kind: "Constant", value: null, span: argument.span };
    }
    const bound = analysis.bind(argument, { variables: scope });
    const parameter = parameters[at];
    const type = inferType(bound);
    const accepted = parameter && typesOfField(parameter);
    if (parameter !== undefined && accepted !== undefined && !mayBe(type, accepted)) {
      analysis.problems.report(
        "InvalidArgumentType",
        `${parameter.name} is ${withArticle(type.kind)}, but must be of type ${parameter.type}`,
        {
          span: argument.span,
          hint: `CALL ${signatureText(procedure)}`,
        },
      );
    }
    return bound;
  });
}

function bindYields(
  clause: CallClause,
  procedure: ProcedureDefinition,
  scope: Scope,
  isStandalone: boolean,
  analysis: Analysis,
): BoundCall["yields"] {
  const { columns } = procedure;
  const { yields } = clause;
  if (yields === "*" && !isStandalone) {
    analysis.problems.report("UnexpectedSyntax", "YIELD * is allowed only if CALL is the whole query", {
      span: clause.span,
      hint: `name the columns: YIELD ${columns.map(({ name }) => name).join(", ")}`,
    });
  }
  if (yields === "*" || (yields === undefined && isStandalone)) {
    return columns.map(({ name, type }, column) => ({
      column,
      variable: analysis.slots.variable(name, "value", columnType(type)),
    }));
  }
  if (yields === undefined) return [];
  const seen = new Set<string>();
  return yields.flatMap(({ column: name, variable }) => {
    const column = columns.findIndex((one) => one.name === name.text);
    const field = columns[column];
    if (scope.has(variable.name) || seen.has(variable.name)) {
      analysis.problems.report("VariableAlreadyBound", `${variable.name} is bound already`, {
        span: variable.span,
        hint: `choose another name: ${name.text} AS …`,
      });
    }
    seen.add(variable.name);
    if (field === undefined) {
      analysis.problems.report("UndefinedVariable", `${procedure.name} has no column ${name.text}`, {
        span: name.span,
        hint: `columns: ${columns.map((one) => one.name).join(", ") || "none"}`,
      });
      return [];
    }
    return [{ column, variable: analysis.slots.variable(variable.name, "value", columnType(field.type)) }];
  });
}

function columnType(type: ProcedureType): StaticType {
  return type === "Any" || type === "Number" || type === "List" ? ANY : simpleType(type);
}

function signatureText({ name, parameters }: ProcedureDefinition): string {
  const texts = parameters.map(
    (parameter) => `${parameter.name}${parameter.isOptional ? "?" : ""}: ${parameter.type}`,
  );
  return `${name}(${texts.join(", ")})`;
}
