import type { Span } from "../diagnostics/span.ts";
import type { AggregateDefinition, FunctionDefinition } from "../functions/definition.ts";
import type { ProcedureDefinition } from "../functions/procedure.ts";
import type { Direction } from "../syntax/ast.ts";
import type { Value } from "../values/value.ts";
import type { StaticType } from "./static-type.ts";

/**
 * What a variable holds. If the compiler knows that it is a graph entity, the engine keeps a number for it. A `value`
 * may be anything, also an entity.
 */
export type VariableType = "node" | "relationship" | "relationships" | "path" | "value";

/** A resolved variable: variables of the same name in different scopes are different bound variables. */
export interface BoundVariable {
  readonly name: string;
  /** Its slot in the row, unique in the query; 0-based. */
  readonly slot: number;
  readonly type: VariableType;
  /** The type of its values, as far as it is known at compile time. */
  readonly valueType: StaticType;
  /** Set if a rewrite added the variable: `*` does not include it. */
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
  | ComparisonChain
  | IsNull
  | Call
  | Case
  | Comprehension
  | Quantified
  | Reduction
  | PatternExists
  | PatternCollection
  | SubqueryExists;

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

/** A map. Entries are in the order of the text; a later entry replaces an earlier one with the same key. */
export interface MapOf {
  readonly kind: "MapOf";
  readonly entries: readonly (BoundEntry | BoundSpread)[];
  /** In a map projection, its object. If the object is null, the result is null. */
  readonly of?: BoundExpression;
  readonly span: Span;
}

/** All properties of an entity, or all entries of a map. */
export interface BoundSpread {
  readonly spread: BoundExpression;
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

/** `a < b < c`: every comparison of neighbours must hold. Each operand is evaluated once. */
export interface ComparisonChain {
  readonly kind: "ComparisonChain";
  /** One more than operators. */
  readonly operands: readonly BoundExpression[];
  readonly operators: readonly Comparison["operator"][];
  readonly span: Span;
}

export interface IsNull {
  readonly kind: "IsNull";
  readonly operand: BoundExpression;
  readonly negated: boolean;
  readonly span: Span;
}

/** A call of a function, or of an operator that is implemented as a function. */
export interface Call {
  readonly kind: "Call";
  readonly definition: FunctionDefinition;
  readonly arguments: readonly BoundExpression[];
  readonly span: Span;
}

/** The first branch whose condition is true, or, if there is a subject, equals the subject. */
export interface Case {
  readonly kind: "Case";
  readonly subject: BoundExpression | undefined;
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

/** Whether a pattern matches at least once, given the variables of the row. */
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
  /** All must be true: labels and properties of the pattern, then WHERE. */
  readonly predicates: readonly BoundExpression[];
  /** The variables that the pattern binds; its other variables are already in the row. */
  readonly introduces: readonly BoundVariable[];
}

export interface BoundPatternPart {
  readonly path: BoundVariable | undefined;
  readonly start: BoundVariable;
  readonly steps: readonly BoundStep[];
  /** Defined if only the shortest matching paths are requested; the part then has one step. */
  readonly search?: BoundSearch;
}

/** How shortest paths are searched. The search starts after everything else in the pattern is bound. */
export interface BoundSearch {
  /** Whether all shortest paths are requested, or one. */
  readonly all: boolean;
  /** Conditions on each node of the path, including both ends, and on each relationship. */
  readonly nodes: readonly PathPredicate[];
  readonly relationships: readonly PathPredicate[];
}

/** A predicate on a single node or relationship, which `variable` holds. */
export interface PathPredicate {
  readonly variable: BoundVariable;
  readonly predicate: BoundExpression;
  /** The value that the predicate must have: true for `all(…)`, false for `none(…)`. */
  readonly truth: boolean;
}

export interface BoundStep {
  readonly relationship: BoundRelationship;
  readonly node: BoundVariable;
}

export interface BoundRelationship {
  readonly variable: BoundVariable;
  /** Any of these types; if empty, every type. */
  readonly types: readonly string[];
  /** As seen from the node where the step starts. */
  readonly direction: Direction;
  /** Defined for a variable length; the maximum may be `Infinity`. */
  readonly length: { readonly minimum: number; readonly maximum: number } | undefined;
  /**
   * For a variable length, properties that each relationship must have, if their values are known before the pattern is
   * matched. All others are in `predicates`, or in the conditions of a search.
   */
  readonly properties: readonly BoundEntry[];
}

/** Whether a subquery returns at least one row, given the variables of the row. */
export interface SubqueryExists {
  readonly kind: "SubqueryExists";
  readonly branches: readonly BoundBranch[];
  readonly span: Span;
}

/** An aggregate over the rows of a group. It is a part of a projection, never of an expression. */
export interface BoundAggregate {
  readonly variable: BoundVariable;
  /** Undefined for `count(*)`. */
  readonly call:
    | { readonly definition: AggregateDefinition; readonly arguments: readonly BoundExpression[] }
    | undefined;
  readonly distinct: boolean;
  readonly span: Span;
}

/** A query whose names are resolved and whose rules are checked: the input of the planner. */
export interface BoundQuery {
  readonly branches: readonly BoundBranch[];
  readonly unionAll: readonly boolean[];
  /** Names of the result's columns, in order; empty for a query that only writes. */
  readonly columns: readonly string[];
  /** Number of slots of a row. */
  readonly slots: number;
  /** Whether the query has a clause that writes. */
  readonly writes: boolean;
  /** The parameters that the query uses, each with its first position. */
  readonly parameters: ReadonlyMap<string, Span>;
  /**
   * Variables of type `value` that a pattern uses as a node or relationship, each with its first position. Whether they
   * are one is checked at runtime.
   */
  readonly patternUses: ReadonlyMap<BoundVariable, Span>;
}

export interface BoundBranch {
  readonly clauses: readonly BoundClause[];
  /** The items of RETURN, or the columns of a standalone CALL; empty if there is neither. */
  readonly outputs: readonly BoundVariable[];
}

export type BoundClause =
  | BoundMatch
  | BoundUnwind
  | BoundCall
  | BoundCreate
  | BoundMerge
  | BoundSet
  | BoundDelete
  | BoundProjection;

export interface BoundMatch {
  readonly kind: "BoundMatch";
  readonly optional: boolean;
  readonly pattern: BoundPattern;
  readonly span: Span;
}

export interface BoundUnwind {
  readonly kind: "BoundUnwind";
  readonly list: BoundExpression;
  readonly variable: BoundVariable;
  readonly span: Span;
}

export interface BoundCreate {
  readonly kind: "BoundCreate";
  /** In the order of creation. All nodes are created before the relationships. */
  readonly nodes: readonly NodeToCreate[];
  readonly relationships: readonly RelationshipToCreate[];
  readonly paths: readonly BoundPatternPart[];
  readonly span: Span;
}

export interface NodeToCreate {
  readonly variable: BoundVariable;
  readonly labels: readonly string[];
  readonly properties: BoundExpression | undefined;
}

export interface RelationshipToCreate {
  readonly variable: BoundVariable;
  readonly type: string;
  readonly start: BoundVariable;
  readonly end: BoundVariable;
  readonly properties: BoundExpression | undefined;
  readonly span: Span;
}

/** Matches a pattern; if there is no match, creates it. */
export interface BoundMerge {
  readonly kind: "BoundMerge";
  readonly pattern: BoundPattern;
  readonly create: BoundCreate;
  readonly onMatch: readonly BoundSetItem[];
  readonly onCreate: readonly BoundSetItem[];
  readonly span: Span;
}

/** SET and REMOVE. */
export interface BoundSet {
  readonly kind: "BoundSet";
  readonly items: readonly BoundSetItem[];
  readonly span: Span;
}

export type BoundSetItem = PropertyWrite | PropertiesWrite | LabelsWrite;

/** Writes one property; the value null removes it. */
export interface PropertyWrite {
  readonly kind: "PropertyWrite";
  readonly object: BoundExpression;
  readonly key: string;
  readonly value: BoundExpression;
  readonly span: Span;
}

/** Writes all properties of a map or an entity. */
export interface PropertiesWrite {
  readonly kind: "PropertiesWrite";
  readonly object: BoundExpression;
  readonly value: BoundExpression;
  /** Whether properties that are not in `value` are removed. */
  readonly replaces: boolean;
  readonly span: Span;
}

export interface LabelsWrite {
  readonly kind: "LabelsWrite";
  readonly object: BoundExpression;
  readonly labels: readonly string[];
  readonly removes: boolean;
  readonly span: Span;
}

export interface BoundDelete {
  readonly kind: "BoundDelete";
  /** Whether the relationships of a deleted node are deleted too. */
  readonly detach: boolean;
  readonly expressions: readonly BoundExpression[];
  readonly span: Span;
}

/** Calls a procedure for each row and joins its rows; a procedure without columns passes the row on. */
export interface BoundCall {
  readonly kind: "BoundCall";
  readonly procedure: ProcedureDefinition;
  readonly arguments: readonly BoundExpression[];
  /** The columns that become variables; `column` is an index into the procedure's columns. */
  readonly yields: readonly { readonly column: number; readonly variable: BoundVariable }[];
  readonly where: BoundExpression | undefined;
  readonly span: Span;
}

/** WITH or RETURN. */
export interface BoundProjection {
  readonly kind: "BoundProjection";
  /** Defined if there is an aggregate; `items` then refer only to grouping keys and aggregates. */
  readonly aggregation: BoundAggregation | undefined;
  readonly items: readonly BoundItem[];
  readonly distinct: boolean;
  readonly orderBy: readonly BoundSortItem[];
  readonly skip: BoundExpression | undefined;
  readonly limit: BoundExpression | undefined;
  /** The WHERE of a WITH; it sees the new variables. */
  readonly where: BoundExpression | undefined;
  readonly span: Span;
}

export interface BoundAggregation {
  readonly groups: readonly BoundItem[];
  readonly aggregates: readonly BoundAggregate[];
}

/** An expression, and the variable that it is bound to. */
export interface BoundItem {
  readonly variable: BoundVariable;
  readonly expression: BoundExpression;
}

export interface BoundSortItem {
  readonly expression: BoundExpression;
  readonly descending: boolean;
}
