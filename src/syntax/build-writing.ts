import type {
  CreateClause,
  DeleteClause,
  Expression,
  LabelItem,
  MergeClause,
  Name,
  PatternPart,
  PropertyAccess,
  RemoveClause,
  SetClause,
  SetItem,
  SetProperty,
  SetVariable,
  Variable,
} from "./ast.ts";
import { spanOf } from "./build-common.ts";
import type { Token } from "./token.ts";

export function createClause([create, patterns]: [Token, PatternPart[]]): CreateClause {
  return { kind: "CreateClause", patterns, span: spanOf(create, patterns) };
}

/** The part of MERGE that is done after it matched or created: ON MATCH SET or ON CREATE SET. */
interface MergeAction {
  readonly event: "MATCH" | "CREATE";
  readonly set: SetClause;
}

export function mergeClause([merge, pattern, list]: [Token, PatternPart, MergeAction[] | null]): MergeClause {
  const actions = list ?? [];
  const itemsOn = (wanted: MergeAction["event"]): SetItem[] =>
    actions.filter(({ event }) => event === wanted).flatMap(({ set }) => set.items);
  const sets = actions.map(({ set }) => set);
  return {
    kind: "MergeClause",
    pattern,
    onCreate: itemsOn("CREATE"),
    onMatch: itemsOn("MATCH"),
    span: spanOf(merge, pattern, sets),
  };
}

export function mergeAction([, event, set]: [Token, Token, SetClause]): MergeAction {
  return { event: event.text as MergeAction["event"], set };
}

export function setClause([set, items]: [Token, SetItem[]]): SetClause {
  return { kind: "SetClause", items, span: spanOf(set, items) };
}

/** `object.key = value` sets a property; `object.key` alone removes it. */
export function propertyItem([target, , value]: [PropertyAccess, Token?, Expression?]):
  | SetProperty
  | PropertyAccess {
  return value === undefined ? target : { kind: "SetProperty", target, value, span: spanOf(target, value) };
}

export function variableItem([variable, operator, value]: [Variable, Token, Expression]): SetVariable {
  return {
    kind: "SetVariable",
    variable,
    operator: operator.text as SetVariable["operator"],
    value,
    span: spanOf(variable, value),
  };
}

export function labelItem([variable, labels]: [Variable, Name[]]): LabelItem {
  return { kind: "LabelItem", variable, labels, span: spanOf(variable, labels) };
}

export function removeClause([remove, items]: [Token, RemoveClause["items"]]): RemoveClause {
  return { kind: "RemoveClause", items, span: spanOf(remove, items) };
}

export function deleteClause([detach, word, expressions]: [Token | null, Token, Expression[]]): DeleteClause {
  return {
    kind: "DeleteClause",
    detach: detach !== null,
    expressions,
    span: spanOf(detach, word, expressions),
  };
}
