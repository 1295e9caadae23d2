import type { Expression, PropertyAccess, RemoveClause, SetItem, Variable } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type { BoundExpression, BoundSetItem } from "./bound-tree.ts";
import type { Scope } from "./scope.ts";

/** Binds the items of SET, or of ON CREATE SET or ON MATCH SET. */
export function bindSetItems(
  items: readonly SetItem[],
  variables: Scope,
  analysis: Analysis,
): BoundSetItem[] {
  const bind = (expression: Expression) => analysis.bind(expression, { variables });
  return items.map((item): BoundSetItem => {
    const { span } = item;
    switch (item.kind) {
      case "SetProperty":
        return propertyWrite(item.target, bind(item.value), bind);
      case "SetVariable":
        return {
          kind: "PropertiesWrite",
          object: bind(item.variable),
          value: bind(item.value),
          replaces: item.operator === "=",
          span,
        };
      case "LabelItem":
        return labelsWrite(
          item.variable,
          item.labels.map(({ text }) => text),
          false,
          bind,
        );
    }
  });
}

/** Binds REMOVE as a form of SET: a property is set to null, a label is removed. */
export function bindRemoveItems(
  items: RemoveClause["items"],
  variables: Scope,
  analysis: Analysis,
): BoundSetItem[] {
  const bind = (expression: Expression) => analysis.bind(expression, { variables });
  return items.map((item): BoundSetItem => {
    if (item.kind === "LabelItem")
      return labelsWrite(
        item.variable,
        item.labels.map(({ text }) => text),
        true,
        bind,
      );
    return propertyWrite(item, { kind: "Constant", value: null, span: item.span }, bind);
  });
}

function propertyWrite(
  { object, key, span }: PropertyAccess,
  value: BoundExpression,
  bind: (expression: Expression) => BoundExpression,
): BoundSetItem {
  return { kind: "PropertyWrite", object: bind(object), key: key.text, value, span };
}

function labelsWrite(
  variable: Variable,
  labels: readonly string[],
  removes: boolean,
  bind: (expression: Expression) => BoundExpression,
): BoundSetItem {
  return { kind: "LabelsWrite", object: bind(variable), labels, removes, span: variable.span };
}
