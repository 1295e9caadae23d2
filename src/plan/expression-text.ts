import { unreachable } from "../diagnostics/invariant.ts";
import type { BoundExpression, BoundPattern, BoundPatternPart } from "../semantics/bound-tree.ts";
import { leadingParts } from "../semantics/leading-part.ts";
import { valueText } from "../values/value-text.ts";

/** Text of a bound expression in a plan: close to openCypher, with all parentheses. */
export function expressionText(expression: BoundExpression): string {
  const parts = leadingParts(expression).reverse();
  return parts.reduce((leading, part) => textAround(part, leading), "");
}

/** @param leading the text of the leading part */
function textAround(expression: BoundExpression, leading: string): string {
  const text = expressionText;
  const list = (parts: readonly BoundExpression[], separator = ", ") => parts.map(text).join(separator);
  switch (expression.kind) {
    case "Constant":
      return valueText(expression.value);
    case "ParameterValue":
      return `$${expression.name}`;
    case "VariableReference":
      return expression.variable.name === "" ? `_${expression.variable.slot}` : expression.variable.name;
    case "PropertyOf":
      return `${leading}.${expression.key}`;
    case "IndexOf":
      return `${leading}[${text(expression.index)}]`;
    case "SliceOf":
      return `${leading}[${expression.from ? text(expression.from) : ""}..${expression.to ? text(expression.to) : ""}]`;
    case "HasLabels":
      return `${leading}:${expression.labels.join(":")}`;
    case "ListOf":
      return `[${list(expression.items)}]`;
    case "MapOf":
      return `{${expression.entries.map((entry) => ("spread" in entry ? `.* of ${text(entry.spread)}` : `${entry.key}: ${text(entry.value)}`)).join(", ")}}`;
    case "Logical":
      return `(${list(expression.operands, ` ${expression.operator} `)})`;
    case "Not":
      return `NOT ${leading}`;
    case "Comparison":
      return `${text(expression.left)} ${expression.operator} ${text(expression.right)}`;
    case "ComparisonChain":
      return expression.operands
        .map((operand, at) => (at === 0 ? "" : `${expression.operators[at - 1]} `) + text(operand))
        .join(" ");
    case "IsNull":
      return `${leading} IS ${expression.negated ? "NOT " : ""}NULL`;
    case "Call":
      return callText(
        expression.definition.name,
        expression.arguments.map((argument, at) => (at === 0 ? leading : text(argument))),
      );
    case "Case": {
      const branches = expression.branches.map(
        ({ condition, result }) => `WHEN ${text(condition)} THEN ${text(result)}`,
      );
      const otherwise = expression.otherwise === undefined ? "" : ` ELSE ${text(expression.otherwise)}`;
      const subject = expression.subject === undefined ? "" : ` ${text(expression.subject)}`;
      return `CASE${subject} ${branches.join(" ")}${otherwise} END`;
    }
    case "Comprehension": {
      const where = expression.where === undefined ? "" : ` WHERE ${text(expression.where)}`;
      const projection = expression.projection === undefined ? "" : ` | ${text(expression.projection)}`;
      return `[${expression.variable.name} IN ${text(expression.list)}${where}${projection}]`;
    }
    case "Quantified":
      return `${expression.quantifier.toLowerCase()}(${expression.variable.name} IN ${text(expression.list)} WHERE ${text(expression.where)})`;
    case "Reduction":
      return `reduce(${expression.accumulator.name} = ${text(expression.initial)}, ${expression.variable.name} IN ${text(expression.list)} | ${text(expression.expression)})`;
    case "PatternExists":
      return patternText(expression.pattern);
    case "PatternCollection":
      return `[${patternText(expression.pattern)} | ${text(expression.projection)}]`;
    case "SubqueryExists":
      return "EXISTS { … }";
    default:
      return unreachable(expression);
  }
}

/** Functions with parentheses, operators between operands. Names of operators are symbols or in upper case. */
function callText(name: string, args: readonly string[]): string {
  if (/[a-z]/.test(name)) return `${name}(${args.join(", ")})`;
  return args.length === 1 ? `${name}${args[0]}` : `(${args[0]} ${name} ${args[1]})`;
}

function patternText({ parts }: BoundPattern): string {
  return parts.map(partText).join(", ");
}

function partText({ start, steps, search }: BoundPatternPart): string {
  const node = (name: string) => `(${name})`;
  const text = steps.reduce((path, { relationship: { types, direction }, node: { name } }) => {
    const detail = types.length === 0 ? "" : `[:${types.join("|")}]`;
    return `${path}${direction === "incoming" ? "<-" : "-"}${detail}${direction === "outgoing" ? "->" : "-"}${node(name)}`;
  }, node(start.name));
  if (search === undefined) return text;
  return `${search.all ? "allShortestPaths" : "shortestPath"}(${text})`;
}
