import type { Expression, MatchClause, PatternPart, StringLiteral, UnwindClause, Variable } from "./ast.ts";
import { spanOf } from "./build-common.ts";
import type { Token } from "./token.ts";

type MatchParts = [PatternPart[], StringLiteral | null, Expression | null];

export function matchClause([optional, match, ...parts]: [Token | null, Token, ...MatchParts]): MatchClause {
  return {
    ...matched(parts),
    optional: optional !== null,
    bare: false,
    span: spanOf(optional, match, parts),
  };
}

export function barePattern(parts: MatchParts): MatchClause {
  return matched(parts);
}

function matched([patterns, accordingTo, where]: MatchParts): MatchClause {
  return {
    kind: "MatchClause",
    optional: false,
    bare: true,
    patterns,
    accordingTo: accordingTo ?? undefined,
    where: where ?? undefined,
    span: spanOf(patterns, accordingTo, where),
  };
}

export function unwindClause([unwind, list, , variable]: [Token, Expression, Token, Variable]): UnwindClause {
  return { kind: "UnwindClause", list, variable, span: spanOf(unwind, variable) };
}
