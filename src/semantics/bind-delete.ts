import type { DeleteClause } from "../syntax/ast.ts";
import { type TypeName, withArticle } from "../values/type-name.ts";
import type { Analysis } from "./analysis.ts";
import type { BoundDelete } from "./bound-tree.ts";
import { inferType } from "./infer-type.ts";
import type { Scope } from "./scope.ts";
import { mayBe } from "./static-type.ts";

const DELETABLE: readonly TypeName[] = ["Node", "Relationship", "Path"];

export function bindDelete(
  { detach, expressions, span }: DeleteClause,
  variables: Scope,
  analysis: Analysis,
): BoundDelete {
  const bound = expressions.map((expression) => {
    if (expression.kind === "LabelCheck") {
      analysis.problems.report("InvalidDelete", "DELETE does not take labels", {
        span: expression.span,
        hint: "use REMOVE to remove a label from a node; DELETE deletes the whole node",
      });
    }
    const one = analysis.bind(expression, { variables });
    const type = inferType(one);
    if (expression.kind !== "LabelCheck" && !mayBe(type, DELETABLE)) {
      analysis.problems.report(
        "InvalidArgumentType",
        `DELETE takes nodes, relationships and paths, not ${withArticle(type.kind)}`,
        {
          span: expression.span,
        },
      );
    }
    return one;
  });
  return { kind: "BoundDelete", detach, expressions: bound, span };
}
