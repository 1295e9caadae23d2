import type { Column } from "../../graph/column.ts";
import type { BoundExpression, BoundVariable, PropertyOf } from "../../semantics/bound-tree.ts";
import {
  containsPattern,
  innerExpressions,
  variablesRead,
  visitExpression,
} from "../../semantics/visit-expression.ts";
import type { Value } from "../../values/value.ts";
import type { Execution } from "../execution.ts";
import { compileExpression } from "./compile-expression.ts";
import { compileTruth } from "./compile-logical.ts";
import { released } from "./compile-measured.ts";

/** Size in bytes above which an intermediate value is not cached but computed again. */
const MAX_REMEMBERED = 2 ** 16;

/** Whether a predicate is true for the current row; false and null are not. */
export function compilePredicate(predicate: BoundExpression, execution: Execution): () => boolean {
  if (predicate.kind === "Logical" && predicate.operator === "AND") {
    const tests = predicate.operands.map((operand) => compilePredicate(operand, execution));
    const [first, second] = tests;
    if (tests.length === 2 && first !== undefined && second !== undefined) return () => first() && second();
    return () => tests.every((test) => test());
  }
  const property = execution.writes ? undefined : onlyProperty(predicate);
  if (property !== undefined && predicate.kind === "IsNull" && predicate.operand === property)
    return compilePresence(property, predicate.negated, execution);
  if (property !== undefined) return compileByCode(predicate, property, execution);
  const test = compileTruth(predicate, (part) => compileExpression(part, execution));
  return released(predicate, () => test() === true, execution);
}

/** A property of an entity in the row. */
interface EntityProperty extends PropertyOf {
  readonly object: Extract<BoundExpression, { kind: "VariableReference" }>;
}

/** The property that decides a predicate, if the predicate reads nothing else of the row. */
function onlyProperty(predicate: BoundExpression): EntityProperty | undefined {
  const [variable, ...others] = variablesRead(predicate);
  if (variable === undefined || others.length > 0) return undefined;
  if (variable.type !== "node" && variable.type !== "relationship") return undefined;
  const properties: EntityProperty[] = [];
  let references = 0;
  let isSettled = true;
  visitExpression(predicate, (part) => {
    if (part.kind === "VariableReference" && part.variable === variable) references++;
    if (part.kind === "PropertyOf" && part.object.kind === "VariableReference") {
      if (part.object.variable === variable) properties.push(part as EntityProperty);
    }
    if (part.kind === "Call" && part.definition.isRandom) isSettled = false;
  });
  const [first, ...rest] = properties;
  if (!isSettled || containsPattern(predicate) || first === undefined || properties.length !== references)
    return undefined;
  return rest.every(({ key }) => key === first.key) ? first : undefined;
}

/** Compiles IS NULL and IS NOT NULL: code 0 is null. */
function compilePresence(property: EntityProperty, isWanted: boolean, execution: Execution): () => boolean {
  const { row } = execution;
  const { slot } = property.object.variable;
  const { codes } = columnOf(property, execution);
  return () => {
    const entity = row[slot] as number | null;
    return (entity !== null && (codes[entity] ?? 0) !== 0) === isWanted;
  };
}

function columnOf({ object, key }: EntityProperty, { index }: Execution): Column {
  return object.variable.type === "node" ? index.nodeColumn(key) : index.relationshipColumn(key);
}

/**
 * The parts of a predicate whose value may differ from run to run. They contain a parameter, a function without
 * arguments (which may return the current time), or the variable of a list iteration that encloses them. Each part is
 * visited once, however deep it is.
 */
function unsettledParts(
  predicate: BoundExpression,
  { object }: EntityProperty,
): ReadonlySet<BoundExpression> {
  const unsettled = new Set<BoundExpression>();
  const path: { readonly part: BoundExpression; readonly inside: readonly BoundExpression[]; at: number }[] =
    [];
  const enter = (part: BoundExpression) => {
    path.push({ part, inside: innerExpressions(part), at: 0 });
    const isOther = part.kind === "VariableReference" && part.variable !== object.variable;
    if (!isOther && part.kind !== "ParameterValue" && !isCallWithoutArguments(part)) return;
    for (let at = path.length - 1; at >= 0; at--) {
      const { part: around } = path[at] as { part: BoundExpression };
      // The part that binds the variable does not depend on it, and neither do the parts around that.
      if (isOther && ownVariables(around).includes(part.variable)) break;
      if (!isOther && unsettled.has(around)) break;
      unsettled.add(around);
    }
  };
  enter(predicate);
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const part = last.inside[last.at++];
    if (part === undefined) path.pop();
    else enter(part);
  }
  return unsettled;
}

function isCallWithoutArguments(part: BoundExpression): boolean {
  return part.kind === "Call" && part.arguments.length === 0;
}

function ownVariables(part: BoundExpression): readonly BoundVariable[] {
  if (part.kind === "Comprehension" || part.kind === "Quantified") return [part.variable];
  return part.kind === "Reduction" ? [part.accumulator, part.variable] : [];
}

/** Evaluates a predicate once for each distinct value of a property, and caches the answer by code. */
function compileByCode(
  predicate: BoundExpression,
  property: EntityProperty,
  execution: Execution,
): () => boolean {
  const { row } = execution;
  const { memory } = execution.budget;
  const { slot } = property.object.variable;
  const column = columnOf(property, execution);
  const { values } = column;
  let value: Value = null;
  const isProperty = (part: BoundExpression) =>
    part.kind === "PropertyOf" &&
    part.object.kind === "VariableReference" &&
    part.object.variable === property.object.variable;
  const readValue = () => value;
  const unsettled = unsettledParts(predicate, property);
  let current = 0;
  const instead = (part: BoundExpression): (() => Value) | undefined => {
    if (isProperty(part)) return readValue;
    // A part computed from the value alone, such as its lower case, is the same in every run.
    if (part.kind !== "Call" || unsettled.has(part)) return undefined;
    const evaluate = compileExpression(part, execution, (inner) =>
      isProperty(inner) ? readValue : undefined,
    );
    const made: (Value | undefined)[] = [];
    return () => {
      const known = made[current];
      if (known !== undefined) return known;
      const mark = memory.made;
      const found = evaluate();
      const bytes = memory.weigh(found, memory.made - mark);
      if (bytes > MAX_REMEMBERED) return found;
      memory.keep(1, bytes);
      made[current] = found;
      return found;
    };
  };
  const decided = compileTruth(predicate, (part) => compileExpression(part, execution, instead));
  const test = released(predicate, () => decided() === true, execution);
  /** By code: `yes` or `no` of this run; smaller numbers are from earlier runs. */
  let answers = new Uint32Array(0);
  let yes = 0;
  let no = 0;
  execution.onRun(() => {
    if (answers.length < values.length || yes > 0xfffffff0) {
      answers = new Uint32Array(values.length);
      yes = 0;
    }
    yes += 2;
    no = yes + 1;
  });
  const decide = (code: number): boolean => {
    value = values[code] as Value;
    current = code;
    const holds = test();
    answers[code] = holds ? yes : no;
    return holds;
  };
  const { codes } = column;
  return () => {
    const entity = row[slot] as number | null;
    const code = entity === null ? 0 : (codes[entity] ?? 0);
    const answer = answers[code] as number;
    return answer === yes || (answer !== no && decide(code));
  };
}
