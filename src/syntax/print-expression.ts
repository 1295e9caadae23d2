import { unreachable } from "../diagnostics/invariant.ts";
import type { CaseExpression, Expression, MapLiteral, Parameter, PatternComprehension } from "./ast.ts";
import { printName, printString } from "./print-name.ts";
import { printPattern } from "./print-pattern.ts";

/**
 * How tightly each kind of expression binds, as in the grammar; what binds less tightly than its place needs
 * gets parentheses. Everything that brings its own brackets binds tightest.
 */
const BINDING = {
  OR: 1,
  XOR: 2,
  AND: 3,
  NOT: 4,
  comparison: 5,
  predicate: 6,
  sum: 7,
  product: 8,
  power: 9,
  unary: 10,
  labelled: 11,
  atom: 12,
} as const;

/** An expression as openCypher text; parsing it gives the same tree. */
export function printExpression(expression: Expression): string {
  return print(expression, 0);
}

function print(expression: Expression, needed: number): string {
  const text = printBare(expression);
  return bindingOf(expression) < needed ? `(${text})` : text;
}

function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case "LogicalExpression":
      return BINDING[expression.operator];
    case "NotExpression":
      return BINDING.NOT;
    case "ComparisonExpression":
      return BINDING.comparison;
    case "NullCheck":
      return BINDING.predicate;
    case "UnaryExpression":
      return BINDING.unary;
    case "LabelCheck":
      return BINDING.labelled;
    case "BinaryExpression":
      return binaryBinding(expression.operator);
    default:
      return BINDING.atom;
  }
}

function binaryBinding(operator: string): number {
  if (operator === "^") return BINDING.power;
  if (operator === "*" || operator === "/" || operator === "%") return BINDING.product;
  return operator === "+" || operator === "-" ? BINDING.sum : BINDING.predicate;
}

function printBare(expression: Expression): string {
  switch (expression.kind) {
    case "NullLiteral":
      return "null";
    case "BooleanLiteral":
    case "IntegerLiteral":
      return String(expression.value);
    case "FloatLiteral":
      return printFloat(expression.value);
    case "StringLiteral":
      return printString(expression.value);
    case "ListLiteral":
      return printList(expression.items);
    case "MapLiteral":
    case "Parameter":
      return printProperties(expression);
    case "Variable":
      return printName(expression.name);
    case "PropertyAccess":
      return `${print(expression.object, BINDING.atom)}.${printName(expression.key.text)}`;
    case "IndexAccess":
      return `${print(expression.object, BINDING.atom)}[${print(expression.index, 0)}]`;
    case "SliceAccess":
      return `${print(expression.object, BINDING.atom)}[${optional(expression.from)}..${optional(expression.to)}]`;
    case "LabelCheck": {
      const labels = expression.labels.map(({ text }) => `:${printName(text)}`).join("");
      return `${print(expression.object, BINDING.atom)}${labels}`;
    }
    case "LogicalExpression": {
      const needed = BINDING[expression.operator] + 1;
      return expression.operands.map((operand) => print(operand, needed)).join(` ${expression.operator} `);
    }
    case "NotExpression":
      return `NOT ${print(expression.operand, BINDING.NOT)}`;
    case "ComparisonExpression":
      return expression.operands
        .map(
          (operand, at) =>
            `${at === 0 ? "" : `${expression.operators[at - 1]} `}${print(operand, BINDING.comparison + 1)}`,
        )
        .join(" ");
    case "BinaryExpression": {
      const binding = binaryBinding(expression.operator);
      return `${print(expression.left, binding)} ${expression.operator} ${print(expression.right, binding + 1)}`;
    }
    case "UnaryExpression":
      return `${expression.operator}${print(expression.operand, BINDING.unary)}`;
    case "NullCheck":
      return `${print(expression.operand, BINDING.predicate)} IS ${expression.negated ? "NOT " : ""}NULL`;
    case "FunctionCall": {
      const name = expression.name.split(".").map(printName).join(".");
      const args = expression.arguments.map((argument) => print(argument, 0)).join(", ");
      return `${name}(${expression.distinct ? "DISTINCT " : ""}${args})`;
    }
    case "CountStar":
      return "count(*)";
    case "CaseExpression":
      return printCase(expression);
    case "ListComprehension": {
      const { variable, list, where, projection } = expression;
      const tail = projection === undefined ? "" : ` | ${print(projection, 0)}`;
      return `[${printName(variable.name)} IN ${print(list, 0)}${printWhere(where)}${tail}]`;
    }
    case "Quantifier": {
      const { quantifier, variable, list, where } = expression;
      return `${quantifier.toLowerCase()}(${printName(variable.name)} IN ${print(list, 0)}${printWhere(where)})`;
    }
    case "Reduce": {
      const { accumulator, initial, variable, list } = expression;
      const start = `${printName(accumulator.name)} = ${print(initial, 0)}`;
      return `reduce(${start}, ${printName(variable.name)} IN ${print(list, 0)} | ${print(expression.expression, 0)})`;
    }
    case "PatternExpression":
      return printPattern(expression.pattern, printProperties);
    case "PatternComprehension":
      return printPatternComprehension(expression);
    default:
      return unreachable(expression);
  }
}

/** A map or a parameter, as a pattern has its properties. */
export function printProperties(properties: MapLiteral | Parameter): string {
  if (properties.kind === "Parameter") {
    return `$${/^[\p{ID_Continue}]+$/u.test(properties.name) ? properties.name : `\`${properties.name.replaceAll("`", "``")}\``}`;
  }
  return `{${properties.entries.map(({ key, value }) => `${printName(key.text)}: ${print(value, 0)}`).join(", ")}}`;
}

export function printWhere(where: Expression | undefined): string {
  return where === undefined ? "" : ` WHERE ${print(where, 0)}`;
}

/** A list whose only item begins like a comprehension, `[x IN xs]`, is told from one by parentheses. */
function printList(items: readonly Expression[]): string {
  const [first] = items;
  const printed = items.map((item) => print(item, 0)).join(", ");
  return items.length === 1 && first !== undefined && beginsWithIn(first) ? `[(${printed})]` : `[${printed}]`;
}

function beginsWithIn(expression: Expression): boolean {
  switch (expression.kind) {
    case "LogicalExpression":
    case "ComparisonExpression":
      return beginsWithIn(expression.operands[0] as Expression);
    case "NullCheck":
      return beginsWithIn(expression.operand);
    case "BinaryExpression":
      return expression.operator === "IN" || beginsWithIn(expression.left);
    default:
      return false;
  }
}

function printFloat(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text.replace("e+", "e") : `${text}.0`;
}

function optional(expression: Expression | undefined): string {
  return expression === undefined ? "" : print(expression, 0);
}

function printCase({ subject, branches, otherwise }: CaseExpression): string {
  const head = subject === undefined ? "CASE" : `CASE ${print(subject, 0)}`;
  const tail = otherwise === undefined ? "END" : `ELSE ${print(otherwise, 0)} END`;
  const body = branches.map(
    ({ condition, result }) => `WHEN ${print(condition, 0)} THEN ${print(result, 0)}`,
  );
  return [head, ...body, tail].join(" ");
}

function printPatternComprehension({ pattern, where, projection }: PatternComprehension): string {
  return `[${printPattern(pattern, printProperties)}${printWhere(where)} | ${print(projection, 0)}]`;
}
