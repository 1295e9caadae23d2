import type { Column } from "../graph/column.ts";
import type { BoundExpression, PropertyOf } from "../semantics/bound-tree.ts";
import { holdsPattern, variablesRead, visitExpression } from "../semantics/visit-expression.ts";
import type { Value } from "../values/value.ts";
import { compileExpression } from "./compile-expression.ts";
import { compileTruth } from "./compile-logical.ts";
import type { Execution } from "./execution.ts";

/** Whether a predicate is true for the row that stands in the execution; null is not. */
export function compilePredicate(predicate: BoundExpression, execution: Execution): () => boolean {
  if (predicate.kind === "Logical" && predicate.operator === "AND") {
    const [first, ...others] = predicate.operands.map((operand) => compilePredicate(operand, execution));
    return others.reduce((one, other) => () => one() && other(), first as () => boolean);
  }
  const property = execution.writes ? undefined : onlyProperty(predicate);
  if (property !== undefined) return compileByCode(predicate, property, execution);
  const test = compileTruth(predicate, (part) => compileExpression(part, execution));
  return () => test() === true;
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
  if (!isSettled || holdsPattern(predicate) || first === undefined || properties.length !== references)
    return undefined;
  return rest.every(({ key }) => key === first.key) ? first : undefined;
}

/** Asks once for each different value of a property, and then remembers by its code. */
function compileByCode(
  predicate: BoundExpression,
  property: EntityProperty,
  execution: Execution,
): () => boolean {
  const { row, index } = execution;
  const { slot, type } = property.object.variable;
  const column: Column =
    type === "node" ? index.nodeColumn(property.key) : index.relationshipColumn(property.key);
  const { values } = column;
  let value: Value = null;
  const isProperty = (part: BoundExpression) =>
    part.kind === "PropertyOf" &&
    part.object.kind === "VariableReference" &&
    part.object.variable === property.object.variable;
  const readValue = () => value;
  const test = compileTruth(predicate, (part) =>
    compileExpression(part, execution, (inner) => (isProperty(inner) ? readValue : undefined)),
  );
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
    const holds = test() === true;
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
