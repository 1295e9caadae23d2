import type { Span } from "../diagnostics/span.ts";
import type {
  BoundAggregate,
  BoundCall,
  BoundCreate,
  BoundExpression,
  BoundItem,
  BoundPatternPart,
  BoundQuery,
  BoundRelationship,
  BoundSearch,
  BoundSetItem,
  BoundSortItem,
  BoundVariable,
  NodeToCreate,
  PathPredicate,
  PatternCollection,
  PatternExists,
  RelationshipToCreate,
  SubqueryExists,
} from "../semantics/bound-tree.ts";

/** A query as a tree of operators: each takes the rows of its input and emits rows. */
export interface LogicalQuery {
  readonly root: LogicalPlan;
  /** The plans of the patterns and subqueries in expressions. */
  readonly subplans: ReadonlyMap<SubplanExpression, LogicalPlan>;
  readonly columns: readonly string[];
  readonly slots: number;
  readonly writes: boolean;
  readonly parameters: BoundQuery["parameters"];
  readonly patternUses: BoundQuery["patternUses"];
  /** The variable that holds the evidence of a row, if the plan records it. */
  readonly evidence?: BoundVariable;
}

/** The expressions that are evaluated by a separate plan. */
export type SubplanExpression = PatternExists | PatternCollection | SubqueryExists;

export type LogicalPlan =
  | LogicalArgument
  | LogicalNodeScan
  | LogicalNodeSeek
  | LogicalNodeHashSeek
  | LogicalRelationshipScan
  | LogicalExpand
  | LogicalIntersect
  | LogicalDegree
  | LogicalPruningExpand
  | LogicalVariableExpand
  | LogicalShortestPath
  | LogicalPath
  | LogicalFilter
  | LogicalOptional
  | LogicalUnwind
  | LogicalProject
  | LogicalAggregate
  | LogicalDistinct
  | LogicalSort
  | LogicalSkip
  | LogicalLimit
  | LogicalCall
  | LogicalCreate
  | LogicalMerge
  | LogicalSet
  | LogicalDelete
  | LogicalUnion
  | LogicalEvidence
  | LogicalResult;

/** The initial row: one empty row at the start of a query, the outer row inside another operator. */
export interface LogicalArgument {
  readonly kind: "LogicalArgument";
}

/** For each row, every node, or every node with `label` if it is defined. */
export interface LogicalNodeScan {
  readonly kind: "LogicalNodeScan";
  readonly input: LogicalPlan;
  readonly variable: BoundVariable;
  readonly label: string | undefined;
}

/**
 * For each row, the nodes whose property `key` equals a value that does not depend on the node, equals an item of a
 * list, or is a string that contains the value.
 */
export interface LogicalNodeSeek {
  readonly kind: "LogicalNodeSeek";
  readonly input: LogicalPlan;
  readonly variable: BoundVariable;
  readonly key: string;
  readonly match: NodeMatch;
  readonly value: BoundExpression;
}

export type NodeMatch = "equal" | "one of" | "containing";

/**
 * For each row, the nodes whose `key` equals `value` of the row. It first builds a hash table of all nodes by `key` (a
 * hash join). Values that are equal only in the table, such as two NaNs, must still be filtered out.
 */
export interface LogicalNodeHashSeek {
  readonly kind: "LogicalNodeHashSeek";
  readonly input: LogicalPlan;
  readonly variable: BoundVariable;
  readonly label: string | undefined;
  readonly key: BoundExpression;
  readonly value: BoundExpression;
}

/** For each row, relationships with both their ends: those of the given types that `access` selects. */
export interface LogicalRelationshipScan {
  readonly kind: "LogicalRelationshipScan";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly to: BoundVariable;
  readonly access: RelationshipAccess;
  readonly distinctFrom: readonly BoundVariable[];
}

/**
 * All relationships; the one that the row already has; those whose property equals a value that does not depend on
 * them; or all, ordered by a property.
 */
export type RelationshipAccess =
  | { readonly kind: "all" }
  | { readonly kind: "known" }
  | { readonly kind: "value"; readonly key: string; readonly value: BoundExpression }
  | {
      readonly kind: "order";
      readonly key: string;
      readonly descending: boolean;
      /** Relationships outside these bounds may be skipped; those inside must still be filtered. */
      readonly bounds: readonly ValueBound[];
    };

/** A comparison that a property must meet. */
export interface ValueBound {
  readonly operator: "<" | "<=" | ">" | ">=";
  readonly value: BoundExpression;
}

/** For each row, the common neighbours of several bound nodes. */
export interface LogicalIntersect {
  readonly kind: "LogicalIntersect";
  readonly input: LogicalPlan;
  readonly legs: readonly IntersectLeg[];
  readonly to: BoundVariable;
  /** The variable for the number of matches, if only that is needed; then nothing else is bound. */
  readonly weight?: BoundVariable;
  /** Whether `weight` already has a number, which is multiplied. */
  readonly multiplies?: boolean;
}

/** A step of one type, or of any, in one direction. */
export interface IntersectLeg {
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly distinctFrom: readonly BoundVariable[];
}

/** Same as {@link LogicalExpand}, if only the number of relationships is needed. Rows without any are dropped. */
export interface LogicalDegree {
  readonly kind: "LogicalDegree";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly distinctFrom: readonly BoundVariable[];
  readonly weight: BoundVariable;
  readonly multiplies: boolean;
}

/** Same as {@link LogicalVariableExpand}, if only the distinct nodes at the far ends are needed. */
export interface LogicalPruningExpand {
  readonly kind: "LogicalPruningExpand";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly to: BoundVariable;
  readonly into: boolean;
  readonly conditions: readonly PathPredicate[];
}

/**
 * For each row, every matching relationship of a bound node. If the far node is already bound (`into`), only
 * relationships to that node match; if the relationship is, only that relationship.
 */
export interface LogicalExpand {
  readonly kind: "LogicalExpand";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly to: BoundVariable;
  readonly into: boolean;
  /** Whether the relationship's variable already has a value. */
  readonly bound: boolean;
  /** Whether the step is traversed from right to left of the query text. */
  readonly reversed: boolean;
  /** Relationships of the same pattern, which this one must not repeat. */
  readonly distinctFrom: readonly BoundVariable[];
}

/** Same as {@link LogicalExpand}, for every walk whose length is in the range and that repeats no relationship. */
export interface LogicalVariableExpand {
  readonly kind: "LogicalVariableExpand";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly to: BoundVariable;
  readonly into: boolean;
  readonly bound: boolean;
  /** Whether the walk is traversed from right to left of the query text; its list of relationships is then reversed. */
  readonly reversed: boolean;
  readonly distinctFrom: readonly BoundVariable[];
  /** Conditions for each relationship of the walk, in addition to the pattern's properties. */
  readonly conditions?: readonly PathPredicate[];
}

/** For each row, the shortest path between two bound nodes, or all shortest paths. */
export interface LogicalShortestPath {
  readonly kind: "LogicalShortestPath";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  /** Its variable gets the list of relationships, or the single relationship if the pattern has no length. */
  readonly relationship: BoundRelationship;
  readonly to: BoundVariable;
  readonly path: BoundVariable | undefined;
  readonly search: BoundSearch;
}

/** Builds the path of a pattern whose parts are bound. */
export interface LogicalPath {
  readonly kind: "LogicalPath";
  readonly input: LogicalPlan;
  readonly path: BoundVariable;
  readonly part: BoundPatternPart;
}

/** Rows for which the predicate is true. */
export interface LogicalFilter {
  readonly kind: "LogicalFilter";
  readonly input: LogicalPlan;
  readonly predicate: BoundExpression;
}

/** For each row, the rows of `optional` for it, or the row with nulls if there are none. */
export interface LogicalOptional {
  readonly kind: "LogicalOptional";
  readonly input: LogicalPlan;
  readonly optional: LogicalPlan;
  readonly introduces: readonly BoundVariable[];
}

/** For each row, one row for each item of a list. */
export interface LogicalUnwind {
  readonly kind: "LogicalUnwind";
  readonly input: LogicalPlan;
  readonly list: BoundExpression;
  readonly variable: BoundVariable;
}

/** Computes new variables; existing ones remain readable. */
export interface LogicalProject {
  readonly kind: "LogicalProject";
  readonly input: LogicalPlan;
  readonly items: readonly BoundItem[];
}

/** One row for each group, with its aggregates. With aggregates but without grouping keys, no input returns one row. */
export interface LogicalAggregate {
  readonly kind: "LogicalAggregate";
  readonly input: LogicalPlan;
  readonly groups: readonly BoundItem[];
  readonly aggregates: readonly BoundAggregate[];
  /** The variable for the number of rows that a row represents, if it may be more than one. */
  readonly weight?: BoundVariable;
  /** Whether the rows of each group are consecutive. */
  readonly ordered?: boolean;
}

/** The first of all rows with equal values of these variables. */
export interface LogicalDistinct {
  readonly kind: "LogicalDistinct";
  readonly input: LogicalPlan;
  readonly variables: readonly BoundVariable[];
  /** The expressions to compare instead of the variables, if they differ. */
  readonly by?: readonly BoundExpression[];
}

export interface LogicalSort {
  readonly kind: "LogicalSort";
  readonly input: LogicalPlan;
  readonly items: readonly BoundSortItem[];
  /** The variables that are read after the sort. */
  readonly keeps: readonly BoundVariable[];
  /** The counts of SKIP and LIMIT, if only the first rows are needed: their sum is the number of rows. */
  readonly top: readonly BoundExpression[] | undefined;
  /** Whether input rows are already in the order of the first item. */
  readonly presorted?: boolean;
}

export interface LogicalSkip {
  readonly kind: "LogicalSkip";
  readonly input: LogicalPlan;
  readonly count: BoundExpression;
}

export interface LogicalLimit {
  readonly kind: "LogicalLimit";
  readonly input: LogicalPlan;
  readonly count: BoundExpression;
}

/** For each row, new nodes and relationships. All input rows are read before the first is created. */
export interface LogicalCreate {
  readonly kind: "LogicalCreate";
  readonly input: LogicalPlan;
  readonly nodes: readonly NodeToCreate[];
  readonly relationships: readonly RelationshipToCreate[];
  /** The variables that are read when a row is written, or later. */
  readonly keeps: readonly BoundVariable[];
}

/** For each row, one row for each match of `match`, or the row with the entities of `create` if there is no match. */
export interface LogicalMerge {
  readonly kind: "LogicalMerge";
  readonly input: LogicalPlan;
  readonly match: LogicalPlan;
  readonly create: Pick<BoundCreate, "nodes" | "relationships">;
  readonly onMatch: readonly BoundSetItem[];
  readonly onCreate: readonly BoundSetItem[];
  /** The variables bound by the match or by the creation. */
  readonly introduces: readonly BoundVariable[];
  readonly keeps: readonly BoundVariable[];
}

/** For each row, changes of properties and labels. */
export interface LogicalSet {
  readonly kind: "LogicalSet";
  readonly input: LogicalPlan;
  readonly items: readonly BoundSetItem[];
  readonly keeps: readonly BoundVariable[];
}

/** Deletes the entities that the expressions return for the rows. */
export interface LogicalDelete {
  readonly kind: "LogicalDelete";
  readonly input: LogicalPlan;
  readonly detach: boolean;
  readonly expressions: readonly BoundExpression[];
  readonly keeps: readonly BoundVariable[];
}

/** For each row, the rows of a procedure. */
export interface LogicalCall {
  readonly kind: "LogicalCall";
  readonly input: LogicalPlan;
  readonly procedure: BoundCall["procedure"];
  readonly arguments: readonly BoundExpression[];
  readonly yields: BoundCall["yields"];
  readonly span: Span;
}

/** The rows of the first branch, then of the second, and so on; without duplicates, unless `all`. */
export interface LogicalUnion {
  readonly kind: "LogicalUnion";
  readonly branches: readonly LogicalPlan[];
  readonly all: boolean;
}

/** The result: the variables that become columns. A query that only writes returns no rows. */
export interface LogicalResult {
  readonly kind: "LogicalResult";
  readonly input: LogicalPlan;
  readonly outputs: readonly BoundVariable[];
}

/** Changes the evidence of a row before it is passed on. */
export interface LogicalEvidence {
  readonly kind: "LogicalEvidence";
  readonly input: LogicalPlan;
  /**
   * `add`: add the entities in the variables, which a match has bound. `restore`: afterwards remove the evidence that
   * expressions above add. `keep`: keep the records, because the operator above keeps the row.
   */
  readonly purpose: "add" | "restore" | "keep";
  readonly variables: readonly BoundVariable[];
  /** Steps that are only counted: all relationships that they could traverse are added too. */
  readonly counted: readonly Pick<LogicalDegree, "from" | "relationship">[];
}
