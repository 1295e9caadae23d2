import { OPERATORS } from "../functions/operators.ts";
import { parameterTypes, resultType } from "../functions/signature.ts";
import { type TypeName, typeName } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";
import type { BoundExpression, BoundVariable, Call } from "./bound-tree.ts";
import { leadingParts } from "./leading-part.ts";
import { ANY, joinTypes, listType, NULL, type StaticType, simpleType } from "./static-type.ts";

const BOOLEAN = simpleType("Boolean");

/** Cached types: the type of an expression is requested for the expression and again for those around it. */
const KNOWN = new WeakMap<BoundExpression, StaticType>();

/** The type of an expression, as far as it is known without running it. */
export function inferType(expression: BoundExpression): StaticType {
  const known = KNOWN.get(expression);
  if (known !== undefined) return known;
  // From the innermost outwards, so that the type of the leading part is known before the type of the whole.
  for (const part of leadingParts(expression).reverse()) if (!KNOWN.has(part)) KNOWN.set(part, typeOf(part));
  return KNOWN.get(expression) ?? ANY;
}

function typeOf(expression: BoundExpression): StaticType {
  switch (expression.kind) {
    case "Constant":
      return constantType(expression.value);
    case "VariableReference":
      return variableType(expression.variable);
    case "ListOf":
      return listType(expression.items.map(inferType).reduce(joinTypes, NULL));
    case "MapOf":
      return simpleType("Map");
    case "HasLabels":
    case "Logical":
    case "Not":
    case "Comparison":
    case "ComparisonChain":
    case "IsNull":
    case "Quantified":
    case "PatternExists":
    case "SubqueryExists":
      return BOOLEAN;
    case "Call":
      return callType(expression);
    case "SliceOf":
      return inferType(expression.object);
    case "Case": {
      const results = [
        ...expression.branches.map(({ result }) => result),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ];
      return results.map(inferType).reduce(joinTypes, NULL);
    }
    case "Comprehension":
      return listType(
        expression.projection === undefined
          ? itemType(inferType(expression.list))
          : inferType(expression.projection),
      );
    case "PatternCollection":
      return listType(inferType(expression.projection));
    case "IndexOf":
      return itemType(inferType(expression.object));
    case "ParameterValue":
    case "PropertyOf":
    case "Reduction":
      return ANY;
  }
}

/** The type of the items of a list; `Any` if `type` is not certainly a list. */
export function itemType(type: StaticType): StaticType {
  return type.kind === "List" ? type.item : ANY;
}

function variableType({ type, valueType }: BoundVariable): StaticType {
  switch (type) {
    case "node":
      return simpleType("Node");
    case "relationship":
      return simpleType("Relationship");
    case "relationships":
      return listType(simpleType("Relationship"));
    case "path":
      return simpleType("Path");
    case "value":
      return valueType;
  }
}

function constantType(value: Value): StaticType {
  const name = typeName(value);
  return name === "List" ? listType(ANY) : simpleType(name);
}

/** The result type of a function or operator. Arithmetic on integers returns an integer; with a float, a float. */
function callType({ definition, arguments: args }: Call): StaticType {
  const types = args.map(inferType);
  const kinds = types.map(({ kind }) => kind);
  if (definition === OPERATORS["unary -"] || definition === OPERATORS["unary +"]) return types[0] ?? ANY;
  if (["+", "-", "*", "/", "%"].includes(definition.name))
    return arithmeticType(definition.name, types, kinds);
  if (definition === OPERATORS["^"]) return simpleType("Float");
  if (/^[A-Z=]/.test(definition.name)) return BOOLEAN;
  const result = resultType(definition);
  return result === "List" ? listType(ANY) : result === undefined ? ANY : simpleType(result);
}

function arithmeticType(
  operator: string,
  types: readonly StaticType[],
  kinds: readonly (TypeName | "Any")[],
): StaticType {
  if (operator === "+" && kinds.includes("List")) return listType(ANY);
  if (kinds.every((kind) => kind === "Integer")) return simpleType("Integer");
  if (kinds.every((kind) => kind === "Integer" || kind === "Float")) return simpleType("Float");
  if (operator === "+" && kinds.every((kind) => kind === "String")) return types[0] ?? ANY;
  return ANY;
}

/** The types that a function accepts for the argument at index `at`; undefined if it accepts every type. */
export function acceptedTypes(call: Call, at: number): readonly TypeName[] | undefined {
  return parameterTypes(call.definition)[at];
}
