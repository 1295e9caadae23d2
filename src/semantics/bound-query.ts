import type { Span } from "../diagnostics/span.ts";
import type {
  BoundAggregate,
  BoundExpression,
  BoundPattern,
  BoundPatternPart,
  BoundVariable,
} from "./bound-expression.ts";

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
}

export interface BoundBranch {
  readonly clauses: readonly BoundClause[];
  /** What the last RETURN gives; empty where there is none. */
  readonly outputs: readonly BoundVariable[];
}

export type BoundClause = BoundMatch | BoundUnwind | BoundCreate | BoundProjection;

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
