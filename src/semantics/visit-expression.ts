import { unreachable } from "../diagnostics/invariant.ts";
import type {
  BoundBranch,
  BoundClause,
  BoundCreate,
  BoundExpression,
  BoundPattern,
  BoundSearch,
  BoundSetItem,
  BoundVariable,
  PathPredicate,
} from "./bound-tree.ts";

/**
 * Calls `visit` for `expression` and each expression inside it, outermost first, including predicates of patterns. Does
 * not recurse, since a chain of operators is as deep as it is long.
 */
export function visitExpression(expression: BoundExpression, visit: (part: BoundExpression) => void): void {
  const waiting = [expression];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    visit(part);
    const parts = innerExpressions(part);
    for (let at = parts.length - 1; at >= 0; at--) waiting.push(parts[at] as BoundExpression);
  }
}

/**
 * Whether an expression contains a pattern or a subquery: these are planned separately, and identified by reference.
 */
export function containsPattern(expression: BoundExpression): boolean {
  let holds = false;
  visitExpression(expression, ({ kind }) => {
    holds ||= kind === "PatternExists" || kind === "PatternCollection" || kind === "SubqueryExists";
  });
  return holds;
}

/** Whether an expression may return a different value each time. */
export function isRandom(expression: BoundExpression): boolean {
  let holds = false;
  visitExpression(expression, (part) => {
    holds ||= part.kind === "Call" && part.definition.isRandom === true;
  });
  return holds;
}

/** Cached results: every rewrite needs the variables of expressions, and long patterns have thousands of them. */
const KNOWN_READS = new WeakMap<BoundExpression, ReadonlySet<BoundVariable>>();

/** The variables that an expression reads, except those that it introduces itself. */
export function variablesRead(expression: BoundExpression): ReadonlySet<BoundVariable> {
  const known = KNOWN_READS.get(expression);
  if (known !== undefined) return known;
  const read = findReads(expression);
  KNOWN_READS.set(expression, read);
  return read;
}

function findReads(expression: BoundExpression): ReadonlySet<BoundVariable> {
  const read = new Set<BoundVariable>();
  const own = new Set<BoundVariable>();
  const visitPattern = ({ introduces, parts }: BoundPattern) => {
    for (const variable of introduces) own.add(variable);
    for (const { start, steps, search } of parts) {
      read.add(start);
      for (const { variable } of pathPredicates(search)) own.add(variable);
      for (const { relationship, node } of steps) read.add(relationship.variable).add(node);
    }
  };
  const visitClause = (clause: BoundClause) => {
    if (clause.kind === "BoundMatch") visitPattern(clause.pattern);
    for (const variable of introducedBy(clause)) own.add(variable);
  };
  visitExpression(expression, (part) => {
    switch (part.kind) {
      case "VariableReference":
        read.add(part.variable);
        break;
      case "Comprehension":
      case "Quantified":
        own.add(part.variable);
        break;
      case "Reduction":
        own.add(part.accumulator).add(part.variable);
        break;
      case "PatternExists":
      case "PatternCollection":
        visitPattern(part.pattern);
        break;
      case "SubqueryExists":
        for (const { clauses } of part.branches) clauses.forEach(visitClause);
        break;
      default:
    }
  });
  for (const variable of own) read.delete(variable);
  return read;
}

/** The direct children of an expression. */
export function innerExpressions(expression: BoundExpression): readonly BoundExpression[] {
  const present = (parts: readonly (BoundExpression | undefined)[]) =>
    parts.filter((part) => part !== undefined);
  switch (expression.kind) {
    case "Constant":
    case "ParameterValue":
    case "VariableReference":
      return [];
    case "PropertyOf":
    case "HasLabels":
      return [expression.object];
    case "IndexOf":
      return [expression.object, expression.index];
    case "SliceOf":
      return present([expression.object, expression.from, expression.to]);
    case "ListOf":
      return expression.items;
    case "MapOf":
      return [
        ...(expression.of === undefined ? [] : [expression.of]),
        ...expression.entries.map((entry) => ("spread" in entry ? entry.spread : entry.value)),
      ];
    case "Logical":
    case "ComparisonChain":
      return expression.operands;
    case "Not":
    case "IsNull":
      return [expression.operand];
    case "Comparison":
      return [expression.left, expression.right];
    case "Call":
      return expression.arguments;
    case "Case":
      return present([
        expression.subject,
        ...expression.branches.flatMap(({ condition, result }) => [condition, result]),
        expression.otherwise,
      ]);
    case "Comprehension":
      return present([expression.list, expression.where, expression.projection]);
    case "Quantified":
      return [expression.list, expression.where];
    case "Reduction":
      return [expression.initial, expression.list, expression.expression];
    case "PatternExists":
      return patternExpressions(expression.pattern);
    case "PatternCollection":
      return [...patternExpressions(expression.pattern), expression.projection];
    case "SubqueryExists":
      return [...queryExpressions(expression)].map((part) => part.expression);
    default:
      return unreachable(expression);
  }
}

function patternExpressions(pattern: BoundPattern): readonly BoundExpression[] {
  return [...patternPredicates(pattern), ...propertyValues(pattern)];
}

/** The predicates that every match of a pattern must satisfy. */
export function patternPredicates(pattern: BoundPattern): readonly BoundExpression[] {
  return [...pattern.predicates, ...partConditions(pattern)];
}

function propertyValues({ parts }: BoundPattern): readonly BoundExpression[] {
  return parts.flatMap(({ steps }) =>
    steps.flatMap(({ relationship }) => relationship.properties.map(({ value }) => value)),
  );
}

function partConditions({ parts }: BoundPattern): readonly BoundExpression[] {
  return parts.flatMap(({ search }) => pathPredicates(search).map(({ predicate }) => predicate));
}

/** The conditions of a search on each node and relationship; empty if there is no search. */
export function pathPredicates(search: BoundSearch | undefined): readonly PathPredicate[] {
  return search === undefined ? [] : [...search.nodes, ...search.relationships];
}

/** An expression of a clause, and whether it filters rows. */
export interface ClauseExpression {
  readonly expression: BoundExpression;
  readonly isPredicate: boolean;
}

/** The outermost expressions of a query's clauses. */
export function* queryExpressions({
  branches,
}: {
  readonly branches: readonly BoundBranch[];
}): Iterable<ClauseExpression> {
  for (const { clauses } of branches) for (const clause of clauses) yield* clauseExpressions(clause);
}

function* clauseExpressions(clause: BoundClause): Iterable<ClauseExpression> {
  const plain = (expressions: readonly (BoundExpression | undefined)[]): ClauseExpression[] =>
    expressions.flatMap((expression) =>
      expression === undefined ? [] : [{ expression, isPredicate: false }],
    );
  const predicate = (expressions: readonly (BoundExpression | undefined)[]): ClauseExpression[] =>
    expressions.flatMap((expression) =>
      expression === undefined ? [] : [{ expression, isPredicate: true }],
    );
  switch (clause.kind) {
    case "BoundMatch":
      yield* predicate(patternPredicates(clause.pattern));
      yield* plain(propertyValues(clause.pattern));
      break;
    case "BoundUnwind":
      yield* plain([clause.list]);
      break;
    case "BoundCall":
      yield* plain(clause.arguments);
      yield* predicate([clause.where]);
      break;
    case "BoundCreate":
      yield* plain([...clause.nodes, ...clause.relationships].map(({ properties }) => properties));
      break;
    case "BoundMerge":
      yield* plain(patternExpressions(clause.pattern));
      yield* plain([...clause.onMatch, ...clause.onCreate].flatMap(setExpressions));
      break;
    case "BoundSet":
      yield* plain(clause.items.flatMap(setExpressions));
      break;
    case "BoundDelete":
      yield* plain(clause.expressions);
      break;
    case "BoundProjection": {
      const { aggregation, items, orderBy, skip, limit, where } = clause;
      yield* plain((aggregation?.groups ?? []).map(({ expression }) => expression));
      yield* plain((aggregation?.aggregates ?? []).flatMap(({ call }) => call?.arguments ?? []));
      yield* plain([...[...items, ...orderBy].map(({ expression }) => expression), skip, limit]);
      yield* predicate([where]);
      break;
    }
    default:
      unreachable(clause);
  }
}

/** The expressions of an item of SET or REMOVE. */
export function setExpressions(item: BoundSetItem): readonly BoundExpression[] {
  return item.kind === "LabelsWrite" ? [item.object] : [item.object, item.value];
}

/** The variables that a clause introduces. */
export function introducedBy(clause: BoundClause): readonly BoundVariable[] {
  switch (clause.kind) {
    case "BoundMatch":
      return clause.pattern.introduces;
    case "BoundMerge":
      return [...clause.pattern.introduces, ...createdBy(clause.create)];
    case "BoundUnwind":
      return [clause.variable];
    case "BoundCall":
      return clause.yields.map(({ variable }) => variable);
    case "BoundCreate":
      return createdBy(clause);
    case "BoundSet":
    case "BoundDelete":
      return [];
    case "BoundProjection":
      return clause.items.map(({ variable }) => variable);
    default:
      return unreachable(clause);
  }
}

function createdBy({ nodes, relationships, paths }: BoundCreate): readonly BoundVariable[] {
  return [
    ...[...nodes, ...relationships].map(({ variable }) => variable),
    ...paths.flatMap(({ path }) => path ?? []),
  ];
}
