import type { Span } from "../diagnostics/span.ts";

/**
 * The syntax tree: the query as written, in plain readonly records in a union on `kind`. Every node has the span of its
 * text, including parentheses around an expression.
 */
export interface Statement {
  readonly kind: "Statement";
  readonly mode: "run" | "explain" | "profile";
  /** The queries that UNION joins; a single one without UNION. */
  readonly branches: readonly SingleQuery[];
  /** For each branch from the second on, whether its UNION has ALL. */
  readonly unionAll: readonly boolean[];
  readonly span: Span;
}

export interface SingleQuery {
  readonly kind: "SingleQuery";
  readonly clauses: readonly Clause[];
  readonly span: Span;
}

export type Clause =
  | MatchClause
  | UnwindClause
  | CallClause
  | CreateClause
  | MergeClause
  | SetClause
  | RemoveClause
  | DeleteClause
  | WithClause
  | ReturnClause;

export interface MatchClause {
  readonly kind: "MatchClause";
  readonly optional: boolean;
  /** Whether the keyword MATCH is left out (extension). */
  readonly bare: boolean;
  readonly patterns: readonly PatternPart[];
  /** The claimant that all relationships of the patterns must have (extension). */
  readonly accordingTo: StringLiteral | undefined;
  readonly where: Expression | undefined;
  readonly span: Span;
}

export interface UnwindClause {
  readonly kind: "UnwindClause";
  readonly list: Expression;
  readonly variable: Variable;
  readonly span: Span;
}

export interface CreateClause {
  readonly kind: "CreateClause";
  readonly patterns: readonly PatternPart[];
  readonly span: Span;
}

/** `MERGE pattern ON CREATE SET … ON MATCH SET …`. */
export interface MergeClause {
  readonly kind: "MergeClause";
  readonly pattern: PatternPart;
  readonly onCreate: readonly SetItem[];
  readonly onMatch: readonly SetItem[];
  readonly span: Span;
}

export interface SetClause {
  readonly kind: "SetClause";
  readonly items: readonly SetItem[];
  readonly span: Span;
}

export type SetItem = SetProperty | SetVariable | LabelItem;

/** `object.key = value`. */
export interface SetProperty {
  readonly kind: "SetProperty";
  readonly target: PropertyAccess;
  readonly value: Expression;
  readonly span: Span;
}

/** `variable = value`, which replaces all properties, or `variable += value`, which adds to them. */
export interface SetVariable {
  readonly kind: "SetVariable";
  readonly variable: Variable;
  readonly operator: "=" | "+=";
  readonly value: Expression;
  readonly span: Span;
}

/** `variable:Label`, to be set or removed. */
export interface LabelItem {
  readonly kind: "LabelItem";
  readonly variable: Variable;
  readonly labels: readonly Name[];
  readonly span: Span;
}

export interface RemoveClause {
  readonly kind: "RemoveClause";
  readonly items: readonly (PropertyAccess | LabelItem)[];
  readonly span: Span;
}

export interface DeleteClause {
  readonly kind: "DeleteClause";
  readonly detach: boolean;
  readonly expressions: readonly Expression[];
  readonly span: Span;
}

export interface CallClause {
  readonly kind: "CallClause";
  /** As written, with dots for a namespace. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined without parentheses: the arguments are then parameters of the query. */
  readonly arguments: readonly Expression[] | undefined;
  /** Undefined without YIELD; `*` for all columns. */
  readonly yields: readonly YieldItem[] | "*" | undefined;
  readonly where: Expression | undefined;
  readonly span: Span;
}

export interface YieldItem {
  readonly kind: "YieldItem";
  readonly column: Name;
  /** The variable that the column is bound to; the column's name if there is no AS. */
  readonly variable: Variable;
  readonly span: Span;
}

export interface WithClause {
  readonly kind: "WithClause";
  readonly projection: Projection;
  readonly where: Expression | undefined;
  readonly span: Span;
}

export interface ReturnClause {
  readonly kind: "ReturnClause";
  readonly projection: Projection;
  readonly span: Span;
}

/** The common part of WITH and RETURN. */
export interface Projection {
  readonly kind: "Projection";
  readonly distinct: boolean;
  /** Whether the list starts with `*`. */
  readonly star: boolean;
  readonly items: readonly ProjectionItem[];
  readonly orderBy: readonly SortItem[];
  readonly skip: Expression | undefined;
  readonly limit: Expression | undefined;
  readonly span: Span;
}

export interface ProjectionItem {
  readonly kind: "ProjectionItem";
  readonly expression: Expression;
  readonly alias: Variable | undefined;
  readonly span: Span;
}

export interface SortItem {
  readonly kind: "SortItem";
  readonly expression: Expression;
  readonly descending: boolean;
  readonly span: Span;
}

/** One pattern of a comma-separated list: a node, then any number of steps. */
export interface PatternPart {
  readonly kind: "PatternPart";
  /** The path variable in `p = (a)-->(b)`. */
  readonly variable: Variable | undefined;
  readonly start: NodePattern;
  readonly steps: readonly PatternStep[];
  /** Defined if only the shortest matching paths are requested: one of them, or all (extension). */
  readonly shortest: "one" | "all" | undefined;
  readonly span: Span;
}

export interface PatternStep {
  readonly relationship: RelationshipPattern;
  readonly node: NodePattern;
}

export interface NodePattern {
  readonly kind: "NodePattern";
  readonly variable: Variable | undefined;
  /** The node's name or alias (extension). */
  readonly name: StringLiteral | undefined;
  readonly labels: readonly Name[];
  readonly properties: MapLiteral | Parameter | undefined;
  readonly span: Span;
}

export interface RelationshipPattern {
  readonly kind: "RelationshipPattern";
  readonly variable: Variable | undefined;
  /** Any of these types; if empty, every type. */
  readonly types: readonly Name[];
  readonly direction: Direction;
  /** Defined for a variable-length relationship. */
  readonly length: LengthRange | undefined;
  readonly properties: MapLiteral | Parameter | undefined;
  readonly span: Span;
}

/** The direction of the arrow in the text; `both` for `--` and `<-->`. */
export type Direction = "outgoing" | "incoming" | "both";

/** `*2..4`. Minimum undefined: 1. Maximum undefined: no limit. */
export interface LengthRange {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
}

/** A label, a relationship type or a property key, unquoted. */
export interface Name {
  readonly kind: "Name";
  readonly text: string;
  readonly span: Span;
}

export type Expression =
  | NullLiteral
  | BooleanLiteral
  | IntegerLiteral
  | FloatLiteral
  | StringLiteral
  | ListLiteral
  | MapLiteral
  | Variable
  | Parameter
  | PropertyAccess
  | IndexAccess
  | SliceAccess
  | LabelCheck
  | LogicalExpression
  | NotExpression
  | ComparisonExpression
  | BinaryExpression
  | UnaryExpression
  | NullCheck
  | FunctionCall
  | CountStar
  | CaseExpression
  | ListComprehension
  | Quantifier
  | Reduce
  | PatternExpression
  | ShortestPathExpression
  | PatternComprehension
  | ExistsSubquery
  | MapProjection;

export interface NullLiteral {
  readonly kind: "NullLiteral";
  readonly span: Span;
}

export interface BooleanLiteral {
  readonly kind: "BooleanLiteral";
  readonly value: boolean;
  readonly span: Span;
}

/** Never negative: a minus sign is an operator. May be 2^63, which is a valid integer only after a minus sign. */
export interface IntegerLiteral {
  readonly kind: "IntegerLiteral";
  readonly value: bigint;
  readonly span: Span;
}

export interface FloatLiteral {
  readonly kind: "FloatLiteral";
  readonly value: number;
  readonly span: Span;
}

export interface StringLiteral {
  readonly kind: "StringLiteral";
  readonly value: string;
  readonly span: Span;
}

export interface ListLiteral {
  readonly kind: "ListLiteral";
  readonly items: readonly Expression[];
  readonly span: Span;
}

export interface MapLiteral {
  readonly kind: "MapLiteral";
  readonly entries: readonly MapEntry[];
  readonly span: Span;
}

export interface MapEntry {
  readonly key: Name;
  readonly value: Expression;
}

export interface Variable {
  readonly kind: "Variable";
  readonly name: string;
  /** Set on a variable that a rewrite added: `*` does not include it. */
  readonly generated?: true;
  readonly span: Span;
}

export interface Parameter {
  readonly kind: "Parameter";
  readonly name: string;
  readonly span: Span;
}

export interface PropertyAccess {
  readonly kind: "PropertyAccess";
  readonly object: Expression;
  readonly key: Name;
  readonly span: Span;
}

export interface IndexAccess {
  readonly kind: "IndexAccess";
  readonly object: Expression;
  readonly index: Expression;
  readonly span: Span;
}

/** `list[from..to]`; either end may be open. */
export interface SliceAccess {
  readonly kind: "SliceAccess";
  readonly object: Expression;
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
  readonly span: Span;
}

/** `n:Person` as a boolean. */
export interface LabelCheck {
  readonly kind: "LabelCheck";
  readonly object: Expression;
  readonly labels: readonly Name[];
  readonly span: Span;
}

/** A chain of one operator: `a AND b AND c` has three operands. */
export interface LogicalExpression {
  readonly kind: "LogicalExpression";
  readonly operator: "AND" | "OR" | "XOR";
  readonly operands: readonly Expression[];
  readonly span: Span;
}

export interface NotExpression {
  readonly kind: "NotExpression";
  readonly operand: Expression;
  readonly span: Span;
}

export type ComparisonOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** `a < b <= c`, which means `a < b AND b <= c`. There is one more operand than operators. */
export interface ComparisonExpression {
  readonly kind: "ComparisonExpression";
  readonly operands: readonly Expression[];
  readonly operators: readonly ComparisonOperator[];
  readonly span: Span;
}

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "^"
  | "IN"
  | "STARTS WITH"
  | "ENDS WITH"
  | "CONTAINS"
  | "=~";

export interface BinaryExpression {
  readonly kind: "BinaryExpression";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

export interface UnaryExpression {
  readonly kind: "UnaryExpression";
  readonly operator: "+" | "-";
  readonly operand: Expression;
  readonly span: Span;
}

/** `x IS NULL`, or `x IS NOT NULL` if negated. */
export interface NullCheck {
  readonly kind: "NullCheck";
  readonly operand: Expression;
  readonly negated: boolean;
  readonly span: Span;
}

export interface FunctionCall {
  readonly kind: "FunctionCall";
  /** As written, with dots for a namespace: `duration.between`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly distinct: boolean;
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

export interface CountStar {
  readonly kind: "CountStar";
  readonly span: Span;
}

export interface CaseExpression {
  readonly kind: "CaseExpression";
  /** Defined in the simple form, `CASE x WHEN 1 THEN …`. */
  readonly subject: Expression | undefined;
  readonly branches: readonly CaseBranch[];
  readonly otherwise: Expression | undefined;
  readonly span: Span;
}

export interface CaseBranch {
  readonly condition: Expression;
  readonly result: Expression;
}

/** `[x IN list WHERE … | …]`. */
export interface ListComprehension {
  readonly kind: "ListComprehension";
  readonly variable: Variable;
  readonly list: Expression;
  readonly where: Expression | undefined;
  readonly projection: Expression | undefined;
  readonly span: Span;
}

/** `any(x IN list WHERE …)`, `all(…)`, `none(…)` or `single(…)`. */
export interface Quantifier {
  readonly kind: "Quantifier";
  readonly quantifier: "ALL" | "ANY" | "NONE" | "SINGLE";
  readonly variable: Variable;
  readonly list: Expression;
  readonly where: Expression;
  readonly span: Span;
}

/** `reduce(accumulator = initial, x IN list | expression)`. */
export interface Reduce {
  readonly kind: "Reduce";
  readonly accumulator: Variable;
  readonly initial: Expression;
  readonly variable: Variable;
  readonly list: Expression;
  readonly expression: Expression;
  readonly span: Span;
}

/** A pattern as a boolean: true if it matches at least once. */
export interface PatternExpression {
  readonly kind: "PatternExpression";
  readonly pattern: PatternPart;
  readonly span: Span;
}

/** `shortestPath((a)-[*]-(b))` as a path, `allShortestPaths(…)` as a list of paths (extension). */
export interface ShortestPathExpression {
  readonly kind: "ShortestPathExpression";
  /** Its `shortest` is defined. */
  readonly pattern: PatternPart;
  readonly span: Span;
}

/** `[p = (a)-->(b) WHERE … | …]`. */
export interface PatternComprehension {
  readonly kind: "PatternComprehension";
  readonly pattern: PatternPart;
  readonly where: Expression | undefined;
  readonly projection: Expression;
  readonly span: Span;
}

/** `EXISTS { … }` around a query, which may be a bare pattern and needs no RETURN. */
export interface ExistsSubquery {
  readonly kind: "ExistsSubquery";
  readonly branches: readonly SingleQuery[];
  readonly unionAll: readonly boolean[];
  readonly span: Span;
}

/** `variable {.key, .*, key: value, other}`. */
export interface MapProjection {
  readonly kind: "MapProjection";
  readonly variable: Variable;
  readonly items: readonly MapProjectionItem[];
  readonly span: Span;
}

export type MapProjectionItem =
  | { readonly kind: "PropertyItem"; readonly key: Name }
  | { readonly kind: "AllPropertiesItem" }
  | { readonly kind: "EntryItem"; readonly key: Name; readonly value: Expression }
  | { readonly kind: "VariableItem"; readonly variable: Variable };
