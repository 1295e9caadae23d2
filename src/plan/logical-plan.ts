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

/** A query as operators: each takes the rows of its input and gives rows on. */
export interface LogicalQuery {
  readonly root: LogicalPlan;
  /** The plans of the patterns that stand in expressions. */
  readonly subplans: ReadonlyMap<SubplanExpression, LogicalPlan>;
  readonly columns: readonly string[];
  readonly slots: number;
  readonly writes: boolean;
  readonly parameters: BoundQuery["parameters"];
  readonly patternUses: BoundQuery["patternUses"];
  /** Where rows carry what they rest on: the variable that holds it. */
  readonly evidence?: BoundVariable;
}

/** The expressions that a plan of their own answers. */
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

/** The row that is there already: one empty row at the start of a query, the outer row inside another operator. */
export interface LogicalArgument {
  readonly kind: "LogicalArgument";
}

/** For each row, every node; only those with `label`, where there is one. */
export interface LogicalNodeScan {
  readonly kind: "LogicalNodeScan";
  readonly input: LogicalPlan;
  readonly variable: BoundVariable;
  readonly label: string | undefined;
}

/**
 * For each row, the nodes whose property `key` equals a value that does not depend on the node, or one of the values
 * of a list, or is a text that contains it.
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
 * For each row, the nodes of which `key` is what `value` is for the row: a table of all nodes by `key` is made first
 * (a hash join). What is equal only in the table, such as two NaNs, is still to be tested.
 */
export interface LogicalNodeHashSeek {
  readonly kind: "LogicalNodeHashSeek";
  readonly input: LogicalPlan;
  readonly variable: BoundVariable;
  readonly label: string | undefined;
  readonly key: BoundExpression;
  readonly value: BoundExpression;
}

/** For each row, relationships with both their ends: those of the types, and of what `access` picks out. */
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
 * All of them; the one that the row has already; those whose property equals a value that does not depend on them;
 * or all in a property's order.
 */
export type RelationshipAccess =
  | { readonly kind: "all" }
  | { readonly kind: "known" }
  | { readonly kind: "value"; readonly key: string; readonly value: BoundExpression }
  | {
      readonly kind: "order";
      readonly key: string;
      readonly descending: boolean;
      /** What lies outside need not be given; what lies inside is still to be tested. */
      readonly bounds: readonly ValueBound[];
    };

/** A comparison that a property must meet. */
export interface ValueBound {
  readonly operator: "<" | "<=" | ">" | ">=";
  readonly value: BoundExpression;
}

/** For each row, the nodes that relationships from all these known nodes lead to. */
export interface LogicalIntersect {
  readonly kind: "LogicalIntersect";
  readonly input: LogicalPlan;
  readonly legs: readonly IntersectLeg[];
  readonly to: BoundVariable;
  /** Where only the number of matches is wanted: the variable that holds it, and nothing else is bound. */
  readonly weight?: BoundVariable;
  /** Whether `weight` has a number already, which is multiplied. */
  readonly multiplies?: boolean;
}

/** A step of one type, or of any, in one direction. */
export interface IntersectLeg {
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly distinctFrom: readonly BoundVariable[];
}

/** As {@link LogicalExpand}, where only the number of relationships is wanted: rows without any are dropped. */
export interface LogicalDegree {
  readonly kind: "LogicalDegree";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly distinctFrom: readonly BoundVariable[];
  readonly weight: BoundVariable;
  readonly multiplies: boolean;
}

/** As {@link LogicalVariableExpand}, where only the nodes at the far ends are wanted, each once. */
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
 * From a node of the row along each relationship that fits. Where the far node is bound already (`into`), only
 * relationships to that very node count; where the relationship is, only that one.
 */
export interface LogicalExpand {
  readonly kind: "LogicalExpand";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly to: BoundVariable;
  readonly into: boolean;
  /** Whether the relationship's variable has a value already. */
  readonly bound: boolean;
  /** Whether the step is taken against the order of the text. */
  readonly reversed: boolean;
  /** Relationships of the same pattern, which this one must not repeat. */
  readonly distinctFrom: readonly BoundVariable[];
}

/** As {@link LogicalExpand}, along every walk whose length is in the range and that repeats no relationship. */
export interface LogicalVariableExpand {
  readonly kind: "LogicalVariableExpand";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  readonly relationship: BoundRelationship;
  readonly to: BoundVariable;
  readonly into: boolean;
  readonly bound: boolean;
  /** Whether the step is taken against the order of the text; a list of relationships is then turned round. */
  readonly reversed: boolean;
  readonly distinctFrom: readonly BoundVariable[];
  /** What each relationship on the way must meet, besides the pattern's own properties. */
  readonly conditions?: readonly PathPredicate[];
}

/** For each row, the shortest path between two bound nodes, or all shortest paths. */
export interface LogicalShortestPath {
  readonly kind: "LogicalShortestPath";
  readonly input: LogicalPlan;
  readonly from: BoundVariable;
  /** Its variable gets the list of relationships; or the one relationship, where there is no length. */
  readonly relationship: BoundRelationship;
  readonly to: BoundVariable;
  readonly path: BoundVariable | undefined;
  readonly search: BoundSearch;
}

/** Puts together the path of a pattern whose parts are bound. */
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

/** For each row, the rows of `optional` from it; where there are none, the row with nulls. */
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

/** Computes new variables; those from before stay readable. */
export interface LogicalProject {
  readonly kind: "LogicalProject";
  readonly input: LogicalPlan;
  readonly items: readonly BoundItem[];
}

/** One row for each group, with its aggregates; one row for no rows where there are aggregates and no groups. */
export interface LogicalAggregate {
  readonly kind: "LogicalAggregate";
  readonly input: LogicalPlan;
  readonly groups: readonly BoundItem[];
  readonly aggregates: readonly BoundAggregate[];
  /** How many rows each row stands for, where some stand for more than one. */
  readonly weight?: BoundVariable;
  /** Whether the rows of a group come together. */
  readonly ordered?: boolean;
}

/** Of rows that agree in these variables, the first. */
export interface LogicalDistinct {
  readonly kind: "LogicalDistinct";
  readonly input: LogicalPlan;
  readonly variables: readonly BoundVariable[];
  /** What rows are told apart by, where it is not those variables. */
  readonly by?: readonly BoundExpression[];
}

export interface LogicalSort {
  readonly kind: "LogicalSort";
  readonly input: LogicalPlan;
  readonly items: readonly BoundSortItem[];
  /** The variables that are read after the sort. */
  readonly keeps: readonly BoundVariable[];
  /** Where only the first rows are wanted: how many, SKIP and LIMIT together. */
  readonly top: readonly BoundExpression[] | undefined;
  /** Whether rows come in the order of the first item. */
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
  /** The variables of a row that are read when it is written or later. */
  readonly keeps: readonly BoundVariable[];
}

/** For each row, the row for each match of `match`; where there is none, the row with what `create` makes. */
export interface LogicalMerge {
  readonly kind: "LogicalMerge";
  readonly input: LogicalPlan;
  readonly match: LogicalPlan;
  readonly create: Pick<BoundCreate, "nodes" | "relationships">;
  readonly onMatch: readonly BoundSetItem[];
  readonly onCreate: readonly BoundSetItem[];
  /** What a match or the creation binds. */
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

/** Deletes what the expressions give for any row. */
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

/** The rows of the first branch, then of the second, and so on; each row once, unless `all`. */
export interface LogicalUnion {
  readonly kind: "LogicalUnion";
  readonly branches: readonly LogicalPlan[];
  readonly all: boolean;
}

/** Where rows leave: the variables that become columns. A query that only writes gives no rows. */
export interface LogicalResult {
  readonly kind: "LogicalResult";
  readonly input: LogicalPlan;
  readonly outputs: readonly BoundVariable[];
}

/** What is done about the evidence of a row before it goes on. */
export interface LogicalEvidence {
  readonly kind: "LogicalEvidence";
  readonly input: LogicalPlan;
  /**
   * To add what the variables hold, which a match has bound; to take back afterwards what the expressions above
   * add; or to keep what is written down, as the operator above keeps the row.
   */
  readonly purpose: "add" | "restore" | "keep";
  readonly variables: readonly BoundVariable[];
  /** Of these steps, which are only counted, all the relationships that they could go along are added too. */
  readonly counted: readonly Pick<LogicalDegree, "from" | "relationship">[];
}
