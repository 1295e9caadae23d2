import type { Span } from "../diagnostics/span.ts";
import type { AggregateDefinition, FunctionDefinition } from "../functions/definition.ts";
import type { Direction } from "../syntax/ast.ts";
import type { Value } from "../values/value.ts";

/**
 * What a variable holds. Where it is known at compile time to be a graph entity the engine keeps a number for
 * it; a `value` may be anything, an entity too.
 */
export type VariableType = "node" | "relationship" | "relationships" | "path" | "value";

/** A variable with one meaning: two variables of one name in different scopes are two of these. */
export interface BoundVariable {
  readonly name: string;
  /** Its place in the row, unique in the query; 0-based. */
  readonly slot: number;
  readonly type: VariableType;
  /** Whether only a rewrite made it: `*` does not stand for it. */
  readonly generated?: true;
}

/** An expression whose names are resolved. */
export type BoundExpression =
  | Constant
  | ParameterValue
  | VariableReference
  | PropertyOf
  | IndexOf
  | SliceOf
  | HasLabels
  | ListOf
  | MapOf
  | Logical
  | Not
  | Comparison
  | IsNull
  | Call
  | Case
  | Comprehension
  | Quantified
  | Reduction
  | PatternExists
  | PatternCollection;

export interface Constant {
  readonly kind: "Constant";
  readonly value: Value;
  readonly span: Span;
}

export interface ParameterValue {
  readonly kind: "ParameterValue";
  readonly name: string;
  readonly span: Span;
}

export interface VariableReference {
  readonly kind: "VariableReference";
  readonly variable: BoundVariable;
  readonly span: Span;
}

export interface PropertyOf {
  readonly kind: "PropertyOf";
  readonly object: BoundExpression;
  readonly key: string;
  readonly span: Span;
}

export interface IndexOf {
  readonly kind: "IndexOf";
  readonly object: BoundExpression;
  readonly index: BoundExpression;
  readonly span: Span;
}

export interface SliceOf {
  readonly kind: "SliceOf";
  readonly object: BoundExpression;
  readonly from: BoundExpression | undefined;
  readonly to: BoundExpression | undefined;
  readonly span: Span;
}

/** Whether a node has all these labels. */
export interface HasLabels {
  readonly kind: "HasLabels";
  readonly object: BoundExpression;
  readonly labels: readonly string[];
  readonly span: Span;
}

export interface ListOf {
  readonly kind: "ListOf";
  readonly items: readonly BoundExpression[];
  readonly span: Span;
}

export interface MapOf {
  readonly kind: "MapOf";
  readonly entries: readonly BoundEntry[];
  readonly span: Span;
}

export interface BoundEntry {
  readonly key: string;
  readonly value: BoundExpression;
}

export interface Logical {
  readonly kind: "Logical";
  readonly operator: "AND" | "OR" | "XOR";
  readonly operands: readonly BoundExpression[];
  readonly span: Span;
}

export interface Not {
  readonly kind: "Not";
  readonly operand: BoundExpression;
  readonly span: Span;
}

export interface Comparison {
  readonly kind: "Comparison";
  readonly operator: "=" | "<>" | "<" | "<=" | ">" | ">=";
  readonly left: BoundExpression;
  readonly right: BoundExpression;
  readonly span: Span;
}

export interface IsNull {
  readonly kind: "IsNull";
  readonly operand: BoundExpression;
  readonly negated: boolean;
  readonly span: Span;
}

/** A call of a function or of an operator that is one. */
export interface Call {
  readonly kind: "Call";
  readonly definition: FunctionDefinition;
  readonly arguments: readonly BoundExpression[];
  readonly span: Span;
}

/** The first branch whose condition is true; the simple form's conditions are equalities with its subject. */
export interface Case {
  readonly kind: "Case";
  readonly branches: readonly BoundCaseBranch[];
  readonly otherwise: BoundExpression | undefined;
  readonly span: Span;
}

export interface BoundCaseBranch {
  readonly condition: BoundExpression;
  readonly result: BoundExpression;
}

export interface Comprehension {
  readonly kind: "Comprehension";
  readonly variable: BoundVariable;
  readonly list: BoundExpression;
  readonly where: BoundExpression | undefined;
  readonly projection: BoundExpression | undefined;
  readonly span: Span;
}

export interface Quantified {
  readonly kind: "Quantified";
  readonly quantifier: "ALL" | "ANY" | "NONE" | "SINGLE";
  readonly variable: BoundVariable;
  readonly list: BoundExpression;
  readonly where: BoundExpression;
  readonly span: Span;
}

export interface Reduction {
  readonly kind: "Reduction";
  readonly accumulator: BoundVariable;
  readonly initial: BoundExpression;
  readonly variable: BoundVariable;
  readonly list: BoundExpression;
  readonly expression: BoundExpression;
  readonly span: Span;
}

/** Whether a pattern matches at least once, from the variables that the row has. */
export interface PatternExists {
  readonly kind: "PatternExists";
  readonly pattern: BoundPattern;
  readonly span: Span;
}

/** One item for each match of a pattern. */
export interface PatternCollection {
  readonly kind: "PatternCollection";
  readonly pattern: BoundPattern;
  readonly projection: BoundExpression;
  readonly span: Span;
}

/** Patterns that are matched together: a relationship is bound at most once in all of them. */
export interface BoundPattern {
  readonly parts: readonly BoundPatternPart[];
  /** All of these must be true: labels and properties of the pattern, then WHERE. */
  readonly predicates: readonly BoundExpression[];
  /** What the pattern binds anew; its other variables the row has already. */
  readonly introduces: readonly BoundVariable[];
}

export interface BoundPatternPart {
  readonly path: BoundVariable | undefined;
  readonly start: BoundVariable;
  readonly steps: readonly BoundStep[];
}

export interface BoundStep {
  readonly relationship: BoundRelationship;
  readonly node: BoundVariable;
}

export interface BoundRelationship {
  readonly variable: BoundVariable;
  /** Any of these; none means every type. */
  readonly types: readonly string[];
  /** As seen from the node that the step leaves. */
  readonly direction: Direction;
  /** Present for a variable length; the maximum may be `Infinity`. */
  readonly length: { readonly minimum: number; readonly maximum: number } | undefined;
  /**
   * What each relationship of a variable length must have, where that is known before the pattern is matched;
   * all else stands in the predicates.
   */
  readonly properties: readonly BoundEntry[];
}

/** An aggregate over the rows of a group; it stands in projections only, never inside an expression. */
export interface BoundAggregate {
  readonly variable: BoundVariable;
  /** Absent for `count(*)`. */
  readonly call:
    | { readonly definition: AggregateDefinition; readonly arguments: readonly BoundExpression[] }
    | undefined;
  readonly distinct: boolean;
  readonly span: Span;
}
