import { OPERATORS } from "../../functions/operators.ts";
import type { BoundExpression, BoundVariable, Call, Reduction } from "../../semantics/bound-tree.ts";
import { containsPattern, visitExpression } from "../../semantics/visit-expression.ts";
import { addItem, type Budget } from "../../values/budget.ts";
import { isList } from "../../values/type-name.ts";
import type { Value, ValueList } from "../../values/value.ts";
import type { Execution } from "../execution.ts";
import { compileCase } from "./compile-case.ts";

/**
 * `reduce(total = start, x IN list | step)`.
 *
 * `step` is often `total + [x]`, alone or as what a CASE gives. Copying the list each time would take the square of its
 * length, so the item is added to the list itself where nothing else can hold that list: it was made by this
 * reduction in an earlier step, and every place where the step names `total` only looks into it, before anything is added.
 */

type Compile = (part: BoundExpression) => () => Value;

/** What garbage is not worth looking for. */
const SMALL = 2 ** 14;
/** What JavaScript takes for a string that is put together of two, in UTF-16 units. */
const UNITS_PER_JOINT = 16;

export function compileReduction(
  { accumulator, initial, variable, expression }: Reduction,
  list: () => ValueList | null,
  { row, budget }: Execution,
  compile: Compile,
): () => Value {
  const { memory } = budget;
  const start = compile(initial);
  const own: OwnList = { list: undefined };
  const step = mayGrow(expression, accumulator)
    ? compileGrowing(expression, accumulator, { own, row, budget: budget, compile })
    : compile(expression);
  return () => {
    const items = list();
    if (items === null) return null;
    own.list = undefined;
    const mark = memory.made;
    let result = start();
    let most = memory.made + SMALL;
    let joints = 0;
    for (const item of items) {
      budget.spend(1);
      row[accumulator.slot] = result;
      row[variable.slot] = item;
      result = step();
      // A text that grows is a tree of its pieces until somebody reads it: now and then it is made one.
      if (typeof result === "string" && ++joints * UNITS_PER_JOINT > result.length + SMALL) {
        result.charCodeAt(0);
        joints = 0;
      }
      if (memory.made <= most) continue;
      memory.settle(mark, result);
      most = mark + 2 * (memory.made - mark) + SMALL;
    }
    own.list = undefined;
    memory.settle(mark, result);
    return result;
  };
}

/** The list that a running reduction has made and nobody else holds. */
interface OwnList {
  list: Value[] | undefined;
}

interface GrowingParts {
  readonly own: OwnList;
  readonly row: Execution["row"];
  readonly budget: Budget;
  readonly compile: Compile;
}

/** Whether items may be added to the accumulator's own list: see the places that {@link holdsSafely} knows. */
function mayGrow(step: BoundExpression, accumulator: BoundVariable): boolean {
  return hasAppend(step, accumulator) && !containsPattern(step) && isSafeResult(step, accumulator);
}

function hasAppend(step: BoundExpression, accumulator: BoundVariable): boolean {
  if (step.kind === "Case") {
    const results = [...step.branches.map(({ result }) => result), step.otherwise];
    return results.some((result) => result !== undefined && hasAppend(result, accumulator));
  }
  return appended(step, accumulator) !== undefined;
}

/** Whether the accumulator can be held by nothing but the result itself. */
function isSafeResult(step: BoundExpression, accumulator: BoundVariable): boolean {
  if (isReference(step, accumulator)) return true;
  if (step.kind === "Case") {
    const { subject, branches, otherwise } = step;
    return (
      (subject === undefined || onlyLooks(subject, accumulator)) &&
      branches.every(
        ({ condition, result }) => onlyLooks(condition, accumulator) && isSafeResult(result, accumulator),
      ) &&
      (otherwise === undefined || isSafeResult(otherwise, accumulator))
    );
  }
  const items = appended(step, accumulator);
  return items === undefined
    ? onlyLooks(step, accumulator)
    : items.every((item) => onlyLooks(item, accumulator));
}

/** Functions that look into a list and do not give it back, alone or in something else. */
const LOOKS: ReadonlySet<string> = new Set(["IN", "size", "head", "last", "tail"]);

/** Whether an expression names the accumulator only where it is looked into, and no value can hold it afterwards. */
function onlyLooks(expression: BoundExpression, accumulator: BoundVariable): boolean {
  let named = 0;
  let lookedInto = 0;
  const look = (part: BoundExpression | undefined) => {
    if (part !== undefined && isReference(part, accumulator)) lookedInto++;
  };
  visitExpression(expression, (part) => {
    if (isReference(part, accumulator)) named++;
    switch (part.kind) {
      case "Call":
        if (LOOKS.has(part.definition.name)) look(part.arguments.at(-1));
        break;
      case "IndexOf":
      case "SliceOf":
        look(part.object);
        break;
      case "Comparison":
        look(part.left);
        look(part.right);
        break;
      case "IsNull":
        look(part.operand);
        break;
      case "Comprehension":
      case "Quantified":
        look(part.list);
        break;
    }
  });
  return named === lookedInto;
}

/** The right sides of `total + x + y`; undefined for anything else. */
function appended(step: BoundExpression, accumulator: BoundVariable): BoundExpression[] | undefined {
  if (!isAddition(step)) return undefined;
  const [left, ...others] = step.arguments;
  if (left === undefined) return undefined;
  if (isReference(left, accumulator)) return others;
  const before = appended(left, accumulator);
  return before && [...before, ...others];
}

function isAddition(expression: BoundExpression): expression is Call {
  return expression.kind === "Call" && expression.definition === OPERATORS["+"];
}

function isReference(expression: BoundExpression, variable: BoundVariable): boolean {
  return expression.kind === "VariableReference" && expression.variable === variable;
}

function compileGrowing(step: BoundExpression, accumulator: BoundVariable, parts: GrowingParts): () => Value {
  const { own, row, budget, compile } = parts;
  if (step.kind === "Case") {
    const grow = (result: BoundExpression) => compileGrowing(result, accumulator, parts);
    return compileCase(step, { budget, compile, compileResult: grow });
  }
  const items = appended(step, accumulator);
  const copy = compile(step);
  if (items === undefined) return copy;
  const evaluators = items.map(compile);
  const { slot } = accumulator;
  return () => {
    const list = row[slot] as Value;
    if (!isList(list)) return copy();
    if (own.list === undefined || list !== own.list) {
      const made = copy();
      // A list that was put together just now is nobody's but this reduction's.
      own.list = isList(made) ? (made as Value[]) : undefined;
      return made;
    }
    // All are computed before the first is added: they may look into the list as it was.
    const values = evaluators.map((evaluate) => evaluate());
    if (values.includes(null)) return null;
    for (const value of values) append(own.list, value, budget);
    return own.list;
  };
}

function append(list: Value[], value: Value, budget: Budget): void {
  if (!isList(value)) {
    addItem(budget, list);
    list.push(value);
    return;
  }
  for (const item of value) {
    addItem(budget, list);
    list.push(item);
  }
}
