import type {
  Expression,
  Projection,
  ProjectionItem,
  ReturnClause,
  SortItem,
  Variable,
  WithClause,
} from "./ast.ts";
import { spanOf } from "./build-common.ts";
import type { Token } from "./token.ts";

interface ProjectionBody {
  readonly star: Token | undefined;
  readonly items: readonly ProjectionItem[];
}

export function withClause([keyword, projection, where]: [Token, Projection, Expression | null]): WithClause {
  return {
    kind: "WithClause",
    projection,
    where: where ?? undefined,
    span: spanOf(keyword, projection, where),
  };
}

export function returnClause([keyword, projection]: [Token, Projection]): ReturnClause {
  return { kind: "ReturnClause", projection, span: spanOf(keyword, projection) };
}

export function projection([distinct, body, orderBy, skip, limit]: [
  Token | null,
  ProjectionBody,
  SortItem[] | null,
  Expression | null,
  Expression | null,
]): Projection {
  return {
    kind: "Projection",
    distinct: distinct !== null,
    star: body.star !== undefined,
    items: body.items,
    orderBy: orderBy ?? [],
    skip: skip ?? undefined,
    limit: limit ?? undefined,
    span: spanOf(distinct, body.star, body.items, orderBy, skip, limit),
  };
}

export function star([asterisk, , items]: [Token, Token?, ProjectionItem[]?]): ProjectionBody {
  return { star: asterisk, items: items ?? [] };
}

export function items([items]: [ProjectionItem[]]): ProjectionBody {
  return { star: undefined, items };
}

export function projectionItem([expression, , alias]: [Expression, Token?, Variable?]): ProjectionItem {
  return { kind: "ProjectionItem", expression, alias, span: spanOf(expression, alias) };
}

export function sortItem([expression, order]: [Expression, Token | null]): SortItem {
  const descending = order?.text.startsWith("DESC") ?? false;
  return { kind: "SortItem", expression, descending, span: spanOf(expression, order) };
}
