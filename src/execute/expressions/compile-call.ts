import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import type { CallContext, EntityLookup } from "../../functions/definition.ts";
import type { BoundExpression, Call } from "../../semantics/bound-tree.ts";
import type { Value } from "../../values/value.ts";
import type { Execution } from "../execution.ts";
import { currentEntity } from "./current-value.ts";

/** Compiles `type(r)` and `id(x)` of an entity in the row: read by its number, without making the entity. */
export function compileEntityCall(
  { definition, arguments: args }: Call,
  execution: Execution,
): (() => Value) | undefined {
  const [argument] = args;
  if (argument?.kind !== "VariableReference") return undefined;
  const { slot, type } = argument.variable;
  if (type !== "node" && type !== "relationship") return undefined;
  const { row } = execution;
  const read = readerByNumber(definition.name, type, execution);
  if (read === undefined) return undefined;
  return () => (row[slot] === null ? null : read(row[slot] as number));
}

function readerByNumber(
  name: string,
  type: "node" | "relationship",
  execution: Execution,
): ((entity: number) => Value) | undefined {
  if (name === "type" && type === "relationship")
    return (entity) => execution.currentIndex().relationshipType(entity);
  if (name !== "id") return undefined;
  return type === "node"
    ? (entity) => execution.nodeKey(entity)
    : (entity) => execution.relationshipKey(entity);
}

/** A function call: null if an argument is null, unless the function accepts nulls. Errors get the call's span. */
export function compileCall(
  { definition, arguments: args, span }: Call,
  execution: Execution,
  compile: (part: BoundExpression) => () => Value,
): () => Value {
  const evaluators = args.map(compile);
  const acceptsNull = definition.acceptsNull ?? false;
  const graph: EntityLookup = {
    node: (id) => {
      const index = execution.currentIndex();
      return index.node(index.findNode(id) as number);
    },
    current: (entity) => currentEntity(entity, execution),
  };
  const { memory } = execution.budget;
  const context: CallContext = {
    graph,
    budget: execution.budget,
    get startedAt() {
      return execution.startedAt;
    },
  };
  return () => {
    const mark = memory.made;
    const values: Value[] = [];
    for (const evaluate of evaluators) {
      const value = evaluate();
      if (value === null && !acceptsNull) return null;
      values.push(value);
    }
    try {
      const result = definition.call(values, context);
      if (memory.made !== mark) memory.settle(mark, result);
      return result;
    } catch (error) {
      throw placed(error, span);
    }
  };
}

/** The error with the span of the call, unless it already has a span. */
export function placed(error: unknown, span: Span): unknown {
  if (!(error instanceof CypherError) || error.span !== undefined) return error;
  return new CypherError(error.code, error.message, { span, hint: error.hint });
}
