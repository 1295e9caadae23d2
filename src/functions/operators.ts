import { CypherError } from "../diagnostics/cypher-error.ts";
import { add, divide, modulo, multiply, negate, power, subtract } from "../values/arithmetic.ts";
import { type Budget, readText } from "../values/budget.ts";
import { equals } from "../values/equality.ts";
import { findText } from "../values/find-text.ts";
import { isNumber } from "../values/numbers.ts";
import { isList, typeName } from "../values/type-name.ts";
import { Relationship, type Value } from "../values/value.ts";
import type { FunctionDefinition } from "./definition.ts";
import { matchesWhole } from "./regular-expression.ts";

/** Operators that are functions of their operands. Logical operators and comparisons are compiled separately. */
export const OPERATORS = {
  "+": binary("+", add),
  "-": binary("-", subtract),
  "*": binary("*", multiply),
  "/": binary("/", divide),
  "%": binary("%", modulo),
  "^": binary("^", power),
  IN: binary("IN", isIn),
  "STARTS WITH": onText("STARTS WITH", (text, part) => text.startsWith(part)),
  "ENDS WITH": onText("ENDS WITH", (text, part) => text.endsWith(part)),
  CONTAINS: onText("CONTAINS", (text, part, budget) => findText(text, part, 0, budget) !== -1),
  "=~": onText("=~", matchesWhole),
  "unary -": {
    ...binary("-", negate),
    call: ([operand = null]) => negate(operand),
  },
  "unary +": {
    ...binary("+", negate),
    call: ([operand = null]) => checkNumber(operand),
  },
} as const satisfies Record<string, FunctionDefinition>;

/** Whether two (nested) lists of relationships have none in common. Used by long patterns; not available in queries. */
export const DIFFER: FunctionDefinition = binary("DIFFER", haveNoneInCommon);

function binary(
  name: string,
  compute: (left: Value, right: Value, budget: Budget) => Value,
): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `left ${name} right`,
    description: `The operator ${name}.`,
    acceptsNull: true,
    call: ([left = null, right = null], { budget }) => compute(left, right, budget),
  };
}

/** Null unless both operands are strings. */
function onText(
  name: string,
  test: (text: string, part: string, budget: Budget) => boolean,
): FunctionDefinition {
  return binary(name, (left, right, budget) => {
    if (typeof left !== "string" || typeof right !== "string") return null;
    readText(budget, left);
    return test(left, right, budget);
  });
}

/** True if an item is equal; null if none is, but the comparison with one is unknown. */
function isIn(item: Value, list: Value, budget: Budget): Value {
  if (list === null) return null;
  if (!isList(list))
    throw new CypherError("ArgumentTypeMismatch", `IN takes a List on its right, not ${typeName(list)}`);
  let unknown = false;
  for (const candidate of list) {
    budget.spend(1);
    const answer = equals(item, candidate, budget);
    if (answer === true) return true;
    if (answer === null) unknown = true;
  }
  return unknown ? null : false;
}

function haveNoneInCommon(own: Value, earlier: Value): Value {
  const met = new Set(relationshipIds(earlier));
  return relationshipIds(own).every((id) => !met.has(id));
}

function relationshipIds(list: Value): string[] {
  const ids: string[] = [];
  for (const item of isList(list) ? list : []) {
    for (const one of isList(item) ? item : [item]) if (one instanceof Relationship) ids.push(one.id);
  }
  return ids;
}

function checkNumber(operand: Value): Value {
  if (operand === null || isNumber(operand)) return operand;
  throw new CypherError("ArgumentTypeMismatch", `+ is not defined for ${typeName(operand)}`);
}
