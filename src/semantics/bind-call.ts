import { didYouMean } from "../diagnostics/nearest-names.ts";
import type { AggregateDefinition, FunctionDefinition } from "../functions/definition.ts";
import { FUNCTIONS, findFunction } from "../functions/registry.ts";
import { argumentRange } from "../functions/signature.ts";
import type { CountStar, FunctionCall } from "../syntax/ast.ts";
import { SHORTEST_PATH_FUNCTIONS } from "../syntax/keywords.ts";
import type { Analysis } from "./analysis.ts";
import type { BoundExpression } from "./bound-tree.ts";
import { foreignFunctionHint } from "./foreign-functions.ts";
import type { ExpressionScope } from "./scope.ts";

/** Binds a function call. Aggregates are reported as errors: those of projections are bound before this is called. */
export function bindCall(
  call: FunctionCall | CountStar,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundExpression {
  const nothing: BoundExpression = { kind: "Constant", value: null, span: call.span };
  if (call.kind === "CountStar") {
    reportAggregate("count(*)", call, analysis);
    return nothing;
  }
  const problemsBefore = analysis.problems.count;
  const args = call.arguments.map((argument) => analysis.bind(argument, scope));
  if (call.name.toLowerCase() === "exists") {
    if (analysis.problems.count > problemsBefore) return nothing;
    return bindExists(call, args, analysis) ?? nothing;
  }
  const definition = resolveFunction(call, analysis);
  if (definition === undefined) return nothing;
  if (definition.kind === "aggregate") {
    // If an argument is invalid here, that is already reported and more helpful.
    if (analysis.problems.count === problemsBefore) reportAggregate(`${definition.name}()`, call, analysis);
    return nothing;
  }
  if (call.distinct) {
    analysis.problems.report(
      "UnexpectedSyntax",
      `${definition.name}() is not an aggregate and cannot take DISTINCT`,
      {
        span: call.span,
      },
    );
  }
  return { kind: "Call", definition, arguments: args, span: call.span };
}

/** The function of a call. If it does not exist or takes another number of arguments, reports it. */
export function resolveFunction(
  call: FunctionCall,
  analysis: Analysis,
): FunctionDefinition | AggregateDefinition | undefined {
  const definition = findFunction(call.name);
  if (definition === undefined) {
    const names = [...FUNCTIONS.map(({ name }) => name), ...Object.values(SHORTEST_PATH_FUNCTIONS)];
    analysis.problems.report("UnknownFunction", `no function ${call.name} is known`, {
      span: call.nameSpan,
      hint: foreignFunctionHint(call.name) ?? didYouMean(call.name, names),
    });
    return undefined;
  }
  const { minimum, maximum } = argumentRange(definition);
  const actual = call.arguments.length;
  if (actual < minimum || actual > maximum) {
    analysis.problems.report(
      "InvalidNumberOfArguments",
      `${definition.name}() takes ${argumentCount(minimum, maximum)}, but got ${actual}`,
      { span: call.span, hint: definition.signature },
    );
    return undefined;
  }
  return definition;
}

/** `exists(n.key)` and `exists((a)-->(b))`: older syntax for IS NOT NULL and a pattern. */
function bindExists(
  call: FunctionCall,
  [argument]: readonly BoundExpression[],
  analysis: Analysis,
): BoundExpression | undefined {
  if (argument?.kind === "PatternExists") return argument;
  if (argument?.kind === "PropertyOf")
    return { kind: "IsNull", operand: argument, negated: true, span: call.span };
  analysis.problems.report("InvalidArgumentType", "exists() takes a property or a pattern", {
    span: call.span,
    hint: "for example exists(n.name) or exists((n)-->())",
  });
  return undefined;
}

function reportAggregate(name: string, call: FunctionCall | CountStar, analysis: Analysis): void {
  analysis.problems.report("InvalidAggregation", `${name} is an aggregate and cannot be used here`, {
    span: call.span,
    hint: "use aggregates in WITH and RETURN: WITH x, count(*) AS n WHERE n > 1",
  });
}

function argumentCount(minimum: number, maximum: number): string {
  const plural = (count: number) => `${count} argument${count === 1 ? "" : "s"}`;
  if (minimum === maximum) return minimum === 0 ? "no arguments" : plural(minimum);
  return maximum === Number.POSITIVE_INFINITY
    ? `at least ${plural(minimum)}`
    : `${minimum} to ${plural(maximum)}`;
}
