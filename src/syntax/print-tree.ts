import { unreachable } from "../diagnostics/invariant.ts";
import type {
  CallClause,
  CaseExpression,
  Clause,
  Expression,
  LabelItem,
  MapLiteral,
  MapProjectionItem,
  Parameter,
  PatternComprehension,
  PatternPart,
  Projection,
  SetItem,
  SingleQuery,
  Statement,
} from "./ast.ts";
import { SHORTEST_PATH_FUNCTIONS } from "./keywords.ts";
import { leadingOperand } from "./operand-chain.ts";
import { printName, printString } from "./print-name.ts";
import { printPattern } from "./print-pattern.ts";

/** Prints a statement as openCypher text, one clause per line. Parsing the text returns the same tree. */
export function printStatement({ mode, branches, unionAll }: Statement): string {
  return `${mode === "run" ? "" : `${mode.toUpperCase()} `}${printBranches(branches, unionAll, "\n")}`;
}

function printBranches(
  branches: readonly SingleQuery[],
  unionAll: readonly boolean[],
  separator: string,
): string {
  const lines = branches.flatMap((branch, at) => [
    ...(at === 0 ? [] : [unionAll[at - 1] ? "UNION ALL" : "UNION"]),
    ...branch.clauses.map(printClause),
  ]);
  return lines.join(separator);
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
    case "CallClause":
      return printCall(clause);
    case "CreateClause":
      return `CREATE ${printPatterns(clause.patterns)}`;
    case "MergeClause": {
      const onMatch = clause.onMatch.length === 0 ? "" : ` ON MATCH SET ${printSetItems(clause.onMatch)}`;
      const onCreate = clause.onCreate.length === 0 ? "" : ` ON CREATE SET ${printSetItems(clause.onCreate)}`;
      return `MERGE ${printPatterns([clause.pattern])}${onMatch}${onCreate}`;
    }
    case "SetClause":
      return `SET ${printSetItems(clause.items)}`;
    case "RemoveClause":
      return `REMOVE ${clause.items.map((item) => (item.kind === "LabelItem" ? printLabels(item) : printExpression(item))).join(", ")}`;
    case "DeleteClause":
      return `${clause.detach ? "DETACH " : ""}DELETE ${clause.expressions.map(printExpression).join(", ")}`;
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

function printSetItems(items: readonly SetItem[]): string {
  return items
    .map((item) => {
      if (item.kind === "LabelItem") return printLabels(item);
      const value = printExpression(item.value);
      if (item.kind === "SetProperty") return `${printExpression(item.target)} = ${value}`;
      return `${printName(item.variable.name)} ${item.operator} ${value}`;
    })
    .join(", ");
}

function printLabels({ variable, labels }: LabelItem): string {
  return `${printName(variable.name)}${labels.map(({ text }) => `:${printName(text)}`).join("")}`;
}

function printCall({ name, arguments: args, yields, where }: CallClause): string {
  const printedName = name.split(".").map(printName).join(".");
  const printedArguments = args === undefined ? "" : `(${args.map(printExpression).join(", ")})`;
  if (yields === undefined) return `CALL ${printedName}${printedArguments}`;
  const items =
    yields === "*"
      ? "*"
      : yields
          .map(({ column, variable }) => {
            const alias = column.text === variable.name ? "" : ` AS ${printName(variable.name)}`;
            return `${printName(column.text)}${alias}`;
          })
          .join(", ");
  return `CALL ${printedName}${printedArguments} YIELD ${items}${printWhere(where)}`;
}

/**
 * The precedence of each kind of expression, as in the grammar. An expression with a lower precedence than its position
 * needs is printed in parentheses. Expressions with brackets, such as lists and calls, have the highest.
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

/** Prints an expression as openCypher text. Parsing the text returns the same tree. */
export function printExpression(expression: Expression): string {
  return print(expression, 0);
}

function print(expression: Expression, needed: number): string {
  const chain: Expression[] = [];
  let inner = expression;
  for (
    let operand = leadingOperand(inner);
    operand !== undefined;
    inner = operand, operand = leadingOperand(inner)
  ) {
    chain.push(inner);
  }
  let text = printBare(inner, "");
  for (let outer = chain.pop(); outer !== undefined; inner = outer, outer = chain.pop()) {
    text = printBare(outer, bracketed(inner, text, operandBinding(outer)));
  }
  return bracketed(expression, text, needed);
}

function bracketed(expression: Expression, text: string, needed: number): string {
  return bindingOf(expression) < needed ? `(${text})` : text;
}

/** The precedence that the leading operand of `expression` needs: operators are left-associative. */
function operandBinding(expression: Expression): number {
  const binding = bindingOf(expression);
  return binding === BINDING.labelled ? BINDING.atom : binding;
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

/** @param operand the printed leading operand */
function printBare(expression: Expression, operand: string): string {
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
      return `${operand}.${printName(expression.key.text)}`;
    case "IndexAccess":
      return `${operand}[${print(expression.index, 0)}]`;
    case "SliceAccess":
      return `${operand}[${optional(expression.from)}..${optional(expression.to)}]`;
    case "LabelCheck": {
      const labels = expression.labels.map(({ text }) => `:${printName(text)}`).join("");
      return `${operand}${labels}`;
    }
    case "LogicalExpression": {
      const needed = BINDING[expression.operator] + 1;
      return expression.operands.map((part) => print(part, needed)).join(` ${expression.operator} `);
    }
    case "NotExpression":
      return `NOT ${operand}`;
    case "ComparisonExpression":
      return expression.operands
        .map(
          (part, at) =>
            `${at === 0 ? "" : `${expression.operators[at - 1]} `}${print(part, BINDING.comparison + 1)}`,
        )
        .join(" ");
    case "BinaryExpression": {
      const binding = binaryBinding(expression.operator);
      return `${operand} ${expression.operator} ${print(expression.right, binding + 1)}`;
    }
    case "UnaryExpression":
      return `${expression.operator}${operand}`;
    case "NullCheck":
      return `${operand} IS ${expression.negated ? "NOT " : ""}NULL`;
    case "FunctionCall": {
      const name = printFunctionName(expression.name);
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
    case "ShortestPathExpression":
      return printPattern(expression.pattern, printProperties);
    case "PatternComprehension":
      return printPatternComprehension(expression);
    case "ExistsSubquery":
      return `EXISTS { ${printBranches(expression.branches, expression.unionAll, " ")} }`;
    case "MapProjection":
      return `${printName(expression.variable.name)} {${expression.items.map(printProjectionItem).join(", ")}}`;
    default:
      return unreachable(expression);
  }
}

/** A function named like a shortest path is printed in backquotes, to distinguish it. */
function printFunctionName(name: string): string {
  const isShortestPath = Object.values(SHORTEST_PATH_FUNCTIONS).some(
    (word) => word.toLowerCase() === name.toLowerCase(),
  );
  return isShortestPath ? `\`${name}\`` : name.split(".").map(printName).join(".");
}

/** Prints the properties of a pattern: a map or a parameter. */
function printProperties(properties: MapLiteral | Parameter): string {
  if (properties.kind === "Parameter") {
    return `$${/^[\p{ID_Continue}]+$/u.test(properties.name) ? properties.name : `\`${properties.name.replaceAll("`", "``")}\``}`;
  }
  return `{${properties.entries.map(({ key, value }) => `${printName(key.text)}: ${print(value, 0)}`).join(", ")}}`;
}

function printWhere(where: Expression | undefined): string {
  return where === undefined ? "" : ` WHERE ${print(where, 0)}`;
}

/** A list with a single item such as `x IN xs` is printed as `[(x IN xs)]`, to distinguish it from a comprehension. */
function printList(items: readonly Expression[]): string {
  const [first] = items;
  const printed = items.map((item) => print(item, 0)).join(", ");
  return items.length === 1 && first !== undefined && beginsWithIn(first) ? `[(${printed})]` : `[${printed}]`;
}

function beginsWithIn(expression: Expression): boolean {
  for (let first = expression; ; ) {
    switch (first.kind) {
      case "LogicalExpression":
      case "ComparisonExpression":
        first = first.operands[0] as Expression;
        break;
      case "NullCheck":
        first = first.operand;
        break;
      case "BinaryExpression":
        if (first.operator === "IN") return true;
        first = first.left;
        break;
      default:
        return false;
    }
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

function printProjectionItem(item: MapProjectionItem): string {
  switch (item.kind) {
    case "PropertyItem":
      return `.${printName(item.key.text)}`;
    case "AllPropertiesItem":
      return ".*";
    case "EntryItem":
      return `${printName(item.key.text)}: ${print(item.value, 0)}`;
    case "VariableItem":
      return printName(item.variable.name);
  }
}
