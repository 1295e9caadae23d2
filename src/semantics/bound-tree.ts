import type { Span } from "../diagnostics/span.ts";
import type { AggregateDefinition, FunctionDefinition } from "../functions/definition.ts";
import type { ProcedureDefinition } from "../functions/procedure.ts";
import type { Direction } from "../syntax/ast.ts";
import type { Value } from "../values/value.ts";
import type { StaticType } from "./static-type.ts";

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
  /** What is known at compile time of the type of its values. */
  readonly valueType: StaticType;
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

/** A map; entries stand in the order of the text, later ones replace earlier ones of their key. */
export interface MapOf {
  readonly kind: "MapOf";
  readonly entries: readonly (BoundEntry | BoundSpread)[];
  /** Where it is a projection: what it is of. The whole is null where that is. */
  readonly of?: BoundExpression;
  readonly span: Span;
}

/** All properties of an entity or entries of a map. */
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

/** A call of a function or of an operator that is one. */
export interface Call {
  readonly kind: "Call";
  readonly definition: FunctionDefinition;
  readonly arguments: readonly BoundExpression[];
  readonly span: Span;
}

/** The first branch whose condition is true; where there is a subject, whose condition equals it. */
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
  /** Present where only the shortest of the matching paths are wanted; the part has one step then. */
  readonly search?: BoundSearch;
}

/** How shortest paths are searched. The search begins when all else that the pattern binds is bound. */
export interface BoundSearch {
  /** Whether all of the shortest paths are wanted, or one. */
  readonly all: boolean;
  /** What each node on the way must meet, both ends too, and each relationship. */
  readonly nodes: readonly PathPredicate[];
  readonly relationships: readonly PathPredicate[];
}

/** A predicate of the one node or relationship that `variable` holds. */
export interface PathPredicate {
  readonly variable: BoundVariable;
  readonly predicate: BoundExpression;
  /** What the predicate must be: true for `all(…)`, false for `none(…)`. */
  readonly truth: boolean;
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
   * all else stands in the predicates, or in the conditions of a search.
   */
  readonly properties: readonly BoundEntry[];
}

/** Whether a query gives at least one row, from the variables that the row has. */
export interface SubqueryExists {
  readonly kind: "SubqueryExists";
  readonly branches: readonly BoundBranch[];
  readonly span: Span;
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

/** A query whose names are resolved and whose rules are checked: what planning starts from. */
export interface BoundQuery {
  readonly branches: readonly BoundBranch[];
  readonly unionAll: readonly boolean[];
  /** Names of the result's columns, in order; empty for a query that only writes. */
  readonly columns: readonly string[];
  /** How many slots a row needs. */
  readonly slots: number;
  /** Whether the query has a clause that writes. */
  readonly writes: boolean;
  /** The parameters that it names, each with its first place. */
  readonly parameters: ReadonlyMap<string, Span>;
  /** Where patterns take for a node or relationship what may be anything: only running shows whether it is one. */
  readonly patternUses: ReadonlyMap<BoundVariable, Span>;
}

export interface BoundBranch {
  readonly clauses: readonly BoundClause[];
  /** What the last RETURN gives; empty where there is none. */
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
  /** In the order of creation: a relationship after its nodes. */
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

/** Matches a pattern; where there is no match, creates it. */
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

/** Null as a value removes the property. */
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
  /** Whether those that the value does not have are removed. */
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
  /** Whether the relationships of a deleted node go with it. */
  readonly detach: boolean;
  readonly expressions: readonly BoundExpression[];
  readonly span: Span;
}

/** A procedure's rows for each row; a procedure without columns leaves the row as it is. */
export interface BoundCall {
  readonly kind: "BoundCall";
  readonly procedure: ProcedureDefinition;
  readonly arguments: readonly BoundExpression[];
  /** The columns that become variables, by their place. */
  readonly yields: readonly { readonly column: number; readonly variable: BoundVariable }[];
  readonly where: BoundExpression | undefined;
  readonly span: Span;
}

/** WITH or RETURN. */
export interface BoundProjection {
  readonly kind: "BoundProjection";
  /** Present where anything is aggregated; `items` then refer to groups and aggregates only. */
  readonly aggregation: BoundAggregation | undefined;
  readonly items: readonly BoundItem[];
  readonly distinct: boolean;
  readonly orderBy: readonly BoundSortItem[];
  readonly skip: BoundExpression | undefined;
  readonly limit: BoundExpression | undefined;
  /** WITH's WHERE, which sees the new variables. */
  readonly where: BoundExpression | undefined;
  readonly span: Span;
}

export interface BoundAggregation {
  readonly groups: readonly BoundItem[];
  readonly aggregates: readonly BoundAggregate[];
}

/** A value and the variable that it becomes. */
export interface BoundItem {
  readonly variable: BoundVariable;
  readonly expression: BoundExpression;
}

export interface BoundSortItem {
  readonly expression: BoundExpression;
  readonly descending: boolean;
}
