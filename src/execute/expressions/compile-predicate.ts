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

/** What is longer is made again for each value, in bytes. */
const MAX_REMEMBERED = 2 ** 16;

/** Whether a predicate is true for the row that stands in the execution; null is not. */
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

/** A property of an entity that the row holds. */
interface EntityProperty extends PropertyOf {
  readonly object: Extract<BoundExpression, { kind: "VariableReference" }>;
}

/** The one property that decides a predicate, where nothing else of the row does. */
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

/** Code 0 is null. */
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
 * The parts of a predicate that may have another value in each run: that hold a parameter, or ask for the time, which
 * functions without arguments tell, or for the variable of a list that is gone over outside of them. Each part is
 * looked at once, however deep it is.
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
    if (!isOther && part.kind !== "ParameterValue" && !isCallOfNothing(part)) return;
    for (let at = path.length - 1; at >= 0; at--) {
      const { part: around } = path[at] as { part: BoundExpression };
      // What brings the variable itself does not depend on it, and neither does what is around that.
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

function isCallOfNothing(part: BoundExpression): boolean {
  return part.kind === "Call" && part.arguments.length === 0;
}

function ownVariables(part: BoundExpression): readonly BoundVariable[] {
  if (part.kind === "Comprehension" || part.kind === "Quantified") return [part.variable];
  return part.kind === "Reduction" ? [part.accumulator, part.variable] : [];
}

/** Asks once for each different value of a property, and then remembers by its code. */
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
    // What is made of the value alone, such as its lower case, is the same in every run.
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
  /** By code: `yes` or `no` as of this run; anything less is of a run before. */
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
