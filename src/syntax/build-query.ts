import type { Clause, SingleQuery, Statement } from "./ast.ts";
import { grown, spanOf } from "./build-common.ts";
import type { Token } from "./token.ts";

interface Union {
  readonly branches: readonly SingleQuery[];
  readonly unionAll: readonly boolean[];
}

export function statement([mode, union]: [Statement["mode"] | null, Union, unknown]): Statement {
  return { kind: "Statement", mode: mode ?? "run", ...union, span: spanOf(union.branches) };
}

export function mode([keyword]: [Token]): Statement["mode"] {
  return keyword.text === "EXPLAIN" ? "explain" : "profile";
}

export function startUnion([branch]: [SingleQuery]): Union {
  return { branches: [branch], unionAll: [] };
}

export function extendUnion([union, , all, branch]: [Union, Token, Token | null, SingleQuery]): Union {
  return { branches: grown(union.branches, branch), unionAll: grown(union.unionAll, all !== null) };
}

export function singleQuery([clauses]: [Clause[]]): SingleQuery {
  return { kind: "SingleQuery", clauses, span: spanOf(clauses) };
}
