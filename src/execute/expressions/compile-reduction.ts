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
 * `step` is often `total + [x]`, alone or as a result of CASE. Copying the list in each step would take quadratic time.
 * The item is therefore added to the list in place if nothing else can refer to that list: an earlier step of this
 * reduction made it, and the current step only reads `total`, before anything is added.
 */

type Compile = (part: BoundExpression) => () => Value;

/** Bytes of garbage below which measuring the result is not worthwhile. */
const SMALL = 2 ** 14;
/** JavaScript's overhead for a concatenated string, in UTF-16 units. */
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
      // A growing string is a tree of its pieces until it is read: flatten it from time to time.
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

/** The list that a running reduction has made and nothing else refers to. */
interface OwnList {
  list: Value[] | undefined;
}

interface GrowingParts {
  readonly own: OwnList;
  readonly row: Execution["row"];
  readonly budget: Budget;
  readonly compile: Compile;
}

/** Whether items may be added to the accumulator's list in place, see {@link isSafeResult}. */
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

/** Whether nothing but the result itself can refer to the accumulator's list. */
function isSafeResult(step: BoundExpression, accumulator: BoundVariable): boolean {
  if (isReference(step, accumulator)) return true;
  if (step.kind === "Case") {
    const { subject, branches, otherwise } = step;
    return (
      (subject === undefined || onlyReads(subject, accumulator)) &&
      branches.every(
        ({ condition, result }) => onlyReads(condition, accumulator) && isSafeResult(result, accumulator),
      ) &&
      (otherwise === undefined || isSafeResult(otherwise, accumulator))
    );
  }
  const items = appended(step, accumulator);
  return items === undefined
    ? onlyReads(step, accumulator)
    : items.every((item) => onlyReads(item, accumulator));
}

/** Functions that read a list and do not return it, alone or inside another value. */
const READ_ONLY: ReadonlySet<string> = new Set(["IN", "size", "head", "last", "tail"]);

/** Whether an expression only reads the accumulator's list, so that no value can refer to the list afterwards. */
function onlyReads(expression: BoundExpression, accumulator: BoundVariable): boolean {
  let named = 0;
  let onlyRead = 0;
  const look = (part: BoundExpression | undefined) => {
    if (part !== undefined && isReference(part, accumulator)) onlyRead++;
  };
  visitExpression(expression, (part) => {
    if (isReference(part, accumulator)) named++;
    switch (part.kind) {
      case "Call":
        if (READ_ONLY.has(part.definition.name)) look(part.arguments.at(-1));
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
  return named === onlyRead;
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
      // The concatenation has just made this list: nothing else refers to it.
      own.list = isList(made) ? (made as Value[]) : undefined;
      return made;
    }
    // Compute all items before adding the first: they may read the list as it was.
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
