import { CypherError } from "../diagnostics/cypher-error.ts";
import type {
  Direction,
  LengthRange,
  MapLiteral,
  Name,
  NodePattern,
  Parameter,
  PatternPart,
  RelationshipPattern,
  StringLiteral,
  Variable,
} from "./ast.ts";
import { grown, spanOf } from "./build-common.ts";
import { integerLiteral } from "./build-literals.ts";
import type { Token } from "./token.ts";

type Properties = MapLiteral | Parameter | null;
type RelationshipDetail = Pick<RelationshipPattern, "variable" | "types" | "length" | "properties">;

export function patternPart([variable, part]: [Variable | null, PatternPart]): PatternPart {
  return variable === null ? part : { ...part, variable, span: spanOf(variable, part) };
}

export function pathStart([start]: [NodePattern]): PatternPart {
  return {
    kind: "PatternPart",
    variable: undefined,
    start,
    steps: [],
    shortest: undefined,
    span: start.span,
  };
}

type ShortestPathParts = [Token, Token, PatternPart, Token];

export function shortestPath([word, , path, close]: ShortestPathParts): PatternPart {
  return { ...path, shortest: "one", span: spanOf(word, close) };
}

export function allShortestPaths([word, , path, close]: ShortestPathParts): PatternPart {
  return { ...path, shortest: "all", span: spanOf(word, close) };
}

/** Appends a step. `path` is a node if the pattern is in an expression and this is its first step. */
export function addStep([path, relationship, node]: [
  PatternPart | NodePattern,
  RelationshipPattern,
  NodePattern,
]): PatternPart {
  const part = path.kind === "NodePattern" ? pathStart([path]) : path;
  return { ...part, steps: grown(part.steps, { relationship, node }), span: spanOf(part, node) };
}

export function nodePattern([open, content, close]: [
  Token,
  [Variable | null, StringLiteral | null, Name[] | null, Properties],
  Token,
]): NodePattern {
  const [variable, name, labels, properties] = content;
  return {
    kind: "NodePattern",
    variable: variable ?? undefined,
    name: name ?? undefined,
    labels: labels ?? [],
    properties: properties ?? undefined,
    span: spanOf(open, close),
  };
}

export function outgoing([dash, detail, , tip]: [
  Token,
  RelationshipDetail | null,
  Token,
  Token,
]): RelationshipPattern {
  return relationshipPattern("outgoing", detail, dash, tip);
}

export function incoming([tip, , detail, dash]: [
  Token,
  Token,
  RelationshipDetail | null,
  Token,
]): RelationshipPattern {
  return relationshipPattern("incoming", detail, tip, dash);
}

/** `-[…]-` or `<-[…]->`. */
export function undirected(parts: (Token | RelationshipDetail | null)[]): RelationshipPattern {
  const detail = parts.find((part) => part !== null && "types" in part) as RelationshipDetail | undefined;
  return relationshipPattern("both", detail ?? null, parts[0] as Token, parts.at(-1) as Token);
}

function relationshipPattern(
  direction: Direction,
  detail: RelationshipDetail | null,
  first: Token,
  last: Token,
): RelationshipPattern {
  const parts = detail ?? { variable: undefined, types: [], length: undefined, properties: undefined };
  return { kind: "RelationshipPattern", direction, ...parts, span: spanOf(first, last) };
}

export function relationshipDetail([, variable, types, length, properties]: [
  Token,
  Variable | null,
  Name[] | null,
  LengthRange | null,
  Properties,
  Token,
]): RelationshipDetail {
  return {
    variable: variable ?? undefined,
    types: types ?? [],
    length: length ?? undefined,
    properties: properties ?? undefined,
  };
}

export function unbounded(): LengthRange {
  return { minimum: undefined, maximum: undefined };
}

export function exactly([, bound]: [Token, Token]): LengthRange {
  return { minimum: lengthBound(bound), maximum: lengthBound(bound) };
}

export function atLeast([, bound]: [Token, Token, Token]): LengthRange {
  return { minimum: lengthBound(bound), maximum: undefined };
}

export function atMost([, , bound]: [Token, Token, Token]): LengthRange {
  return { minimum: undefined, maximum: lengthBound(bound) };
}

export function between([, minimum, , maximum]: [Token, Token, Token, Token]): LengthRange {
  return { minimum: lengthBound(minimum), maximum: lengthBound(maximum) };
}

/** Larger than the number of relationships of any graph. */
const MAX_LENGTH = 2 ** 31;

function lengthBound(token: Token): number {
  const { value, span } = integerLiteral([token]);
  if (value > BigInt(MAX_LENGTH)) {
    throw new CypherError("IntegerOverflow", `${token.source} is too large for the length of a path`, {
      span,
    });
  }
  return Number(value);
}
