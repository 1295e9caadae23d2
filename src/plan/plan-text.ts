import { unreachable } from "../diagnostics/invariant.ts";
import type {
  BoundRelationship,
  BoundSetItem,
  BoundVariable,
  PathPredicate,
} from "../semantics/bound-tree.ts";
import { pathPredicates } from "../semantics/visit-expression.ts";
import { expressionText } from "./expression-text.ts";
import type {
  LogicalCreate,
  LogicalEvidence,
  LogicalPlan,
  LogicalQuery,
  LogicalShortestPath,
  NodeMatch,
  RelationshipAccess,
} from "./logical-plan.ts";
import { hasInput, innerPlans } from "./plan-tree.ts";

/** A line of a plan's text and its operator; undefined for the title line of a subplan. */
export interface PlanLine {
  readonly text: string;
  readonly plan: LogicalPlan | undefined;
}

/**
 * A plan as text: one operator per line, each above its input. Plans that an operator runs for each row, or joins, are
 * indented below it; the plans inside expressions follow. Operators that Neo4j also has use Neo4j's names.
 */
export function planLines({ root, subplans }: LogicalQuery): PlanLine[] {
  const lines = operatorLines(root, 0);
  for (const [expression, plan] of subplans) {
    lines.push({ text: `for each ${expressionText(expression)}`, plan: undefined });
    for (const line of operatorLines(plan, 1)) lines.push(line);
  }
  return lines;
}

function operatorLines(root: LogicalPlan, depth: number): PlanLine[] {
  const lines: PlanLine[] = [];
  for (let plan: LogicalPlan | undefined = root; plan !== undefined; ) {
    lines.push({ text: "  ".repeat(depth) + operatorText(plan), plan });
    for (const inner of innerPlans(plan))
      for (const line of operatorLines(inner, depth + 1)) lines.push(line);
    plan = hasInput(plan) ? plan.input : undefined;
  }
  return lines;
}

function operatorText(plan: LogicalPlan): string {
  switch (plan.kind) {
    case "LogicalArgument":
      return "Argument";
    case "LogicalNodeScan":
      return plan.label === undefined
        ? `AllNodesScan ${variableText(plan.variable)}`
        : `NodeByLabelScan ${variableText(plan.variable)}:${plan.label}`;
    case "LogicalNodeSeek":
      return `${plan.match === "containing" ? "NodeIndexContainsScan" : "NodeIndexSeek"} ${variableText(plan.variable)}.${plan.key} ${MATCH_TEXTS[plan.match]} ${expressionText(plan.value)}`;
    case "LogicalNodeHashSeek": {
      const label = plan.label === undefined ? "" : `:${plan.label}`;
      return `NodeHashSeek ${variableText(plan.variable)}${label} ${expressionText(plan.key)} = ${expressionText(plan.value)}`;
    }
    case "LogicalExpand":
    case "LogicalVariableExpand": {
      const { from, to, relationship, into, distinctFrom } = plan;
      const name = plan.kind === "LogicalExpand" ? "Expand" : "VarLengthExpand";
      const mode = into ? "(Into)" : "(All)";
      const conditions = plan.kind === "LogicalVariableExpand" ? conditionsText(plan.conditions ?? []) : "";
      return `${name}${mode} (${variableText(from)})${relationshipText(relationship)}(${variableText(to)})${distinctFromText(distinctFrom)}${conditions}`;
    }
    case "LogicalRelationshipScan": {
      const { from, to, relationship, access, distinctFrom } = plan;
      const step = `(${variableText(from)})${relationshipText(relationship)}(${variableText(to)})`;
      return `${accessText(access, relationship)} ${step}${distinctFromText(distinctFrom)}`;
    }
    case "LogicalIntersect": {
      const legs = plan.legs.map(
        ({ from, relationship, distinctFrom }) =>
          `(${variableText(from)})${relationshipText(relationship)}${distinctFromText(distinctFrom)}`,
      );
      return `${plan.weight === undefined ? "Intersect" : "CountIntersect"} ${legs.join(", ")} at (${variableText(plan.to)})`;
    }
    case "LogicalDegree":
      return `Degree (${variableText(plan.from)})${relationshipText(plan.relationship)}()${distinctFromText(plan.distinctFrom)}`;
    case "LogicalPruningExpand": {
      const mode = plan.into ? "(Pruning, Into)" : "(Pruning)";
      const { from, relationship, to, conditions } = plan;
      return `VarLengthExpand${mode} (${variableText(from)})${relationshipText(relationship)}(${variableText(to)})${conditionsText(conditions)}`;
    }
    case "LogicalShortestPath":
      return shortestPathText(plan);
    case "LogicalPath":
      return `Path ${variableText(plan.path)}`;
    case "LogicalFilter":
      return `Filter ${expressionText(plan.predicate)}`;
    case "LogicalOptional":
      return "Optional";
    case "LogicalUnwind":
      return `Unwind ${expressionText(plan.list)} AS ${variableText(plan.variable)}`;
    case "LogicalProject":
      return `Projection ${plan.items.map(({ expression, variable }) => `${expressionText(expression)} AS ${variableText(variable)}`).join(", ")}`;
    case "LogicalAggregate": {
      const groups = plan.groups.map(({ expression }) => expressionText(expression));
      const aggregates = plan.aggregates.map(({ call, distinct }) =>
        call === undefined
          ? "count(*)"
          : `${call.definition.name}(${distinct ? "DISTINCT " : ""}${call.arguments.map(expressionText).join(", ")})`,
      );
      return `${plan.ordered ? "OrderedAggregation" : "EagerAggregation"} ${aggregates.join(", ")}${groups.length === 0 ? "" : ` by ${groups.join(", ")}`}`;
    }
    case "LogicalDistinct":
      return `Distinct ${(plan.by?.map(expressionText) ?? plan.variables.map(variableText)).join(", ")}`;
    case "LogicalSort": {
      const items = plan.items.map(
        ({ expression, descending }) => `${expressionText(expression)}${descending ? " DESC" : ""}`,
      );
      return `${plan.top === undefined ? "Sort" : "TopSort"} ${items.join(", ")}`;
    }
    case "LogicalSkip":
      return `Skip ${expressionText(plan.count)}`;
    case "LogicalLimit":
      return `Limit ${expressionText(plan.count)}`;
    case "LogicalCall":
      return `ProcedureCall ${plan.procedure.name}(${plan.arguments.map(expressionText).join(", ")})`;
    case "LogicalMerge":
      return `Merge ${createdText(plan.create)}`;
    case "LogicalSet":
      return `Set ${plan.items.map(setText).join(", ")}`;
    case "LogicalDelete":
      return `${plan.detach ? "DetachDelete" : "Delete"} ${plan.expressions.map(expressionText).join(", ")}`;
    case "LogicalCreate":
      return `Create ${createdText(plan)}`;
    case "LogicalEvidence":
      return evidenceText(plan);
    case "LogicalUnion":
      return plan.all ? "UnionAll" : "Union";
    case "LogicalResult":
      return `ProduceResults ${plan.outputs.map(variableText).join(", ")}`.trimEnd();
    default:
      return unreachable(plan);
  }
}

function evidenceText({ purpose, variables, counted }: LogicalEvidence): string {
  if (purpose !== "add") return `Evidence ${purpose}`;
  const all = counted.map(({ from }) => `all from ${variableText(from)}`);
  return `Evidence ${[...variables.map(variableText), ...all].join(", ")}`;
}

function shortestPathText({ from, relationship, to, path, search }: LogicalShortestPath): string {
  const name = search.all ? "AllShortestPaths" : "ShortestPath";
  const target = path === undefined ? "" : `${variableText(path)} = `;
  const step = `(${variableText(from)})${relationshipText(relationship)}(${variableText(to)})`;
  return `${name} ${target}${step}${conditionsText(pathPredicates(search))}`;
}

function conditionsText(conditions: readonly PathPredicate[]): string {
  const texts = conditions.map(
    ({ variable, predicate, truth }) =>
      `, ${truth ? "each" : "no"} ${variableText(variable)} with ${expressionText(predicate)}`,
  );
  return texts.join("");
}

const MATCH_TEXTS: Readonly<Record<NodeMatch, string>> = {
  equal: "=",
  "one of": "IN",
  containing: "CONTAINS",
};

function createdText({ nodes, relationships }: Pick<LogicalCreate, "nodes" | "relationships">): string {
  return [
    ...nodes.map(
      ({ variable, labels }) => `(${variableText(variable)}${labels.map((label) => `:${label}`).join("")})`,
    ),
    ...relationships.map(
      ({ variable, type, start, end }) =>
        `(${variableText(start)})-[${variableText(variable)}:${type}]->(${variableText(end)})`,
    ),
  ].join(", ");
}

function setText(item: BoundSetItem): string {
  const object = expressionText(item.object);
  if (item.kind === "LabelsWrite") return `${item.removes ? "no " : ""}${object}:${item.labels.join(":")}`;
  const value = expressionText(item.value);
  if (item.kind === "PropertyWrite") return `${object}.${item.key} = ${value}`;
  return `${object} ${item.replaces ? "=" : "+="} ${value}`;
}

function relationshipText({ variable, types, direction, length }: BoundRelationship): string {
  const range =
    length === undefined
      ? ""
      : `*${length.minimum}..${length.maximum === Number.POSITIVE_INFINITY ? "" : length.maximum}`;
  const inside = `[${variableText(variable)}${types.length === 0 ? "" : `:${types.join("|")}`}${range}]`;
  return `${direction === "incoming" ? "<-" : "-"}${inside}${direction === "outgoing" ? "->" : "-"}`;
}

function distinctFromText(distinctFrom: readonly BoundVariable[]): string {
  return distinctFrom.length === 0 ? "" : ` other than ${distinctFrom.map(variableText).join(", ")}`;
}

function accessText(access: RelationshipAccess, { variable, types, direction }: BoundRelationship): string {
  if (access.kind === "known") return "ProjectEndpoints";
  const directed = direction === "both" ? "Undirected" : "Directed";
  if (access.kind === "all")
    return `${directed}${types.length === 0 ? "AllRelationships" : "RelationshipType"}Scan`;
  const property = `${variableText(variable)}.${access.key}`;
  if (access.kind === "value") {
    return `${directed}RelationshipIndexSeek ${property} = ${expressionText(access.value)}`;
  }
  const bounds = access.bounds
    .map(({ operator, value }) => ` ${operator} ${expressionText(value)}`)
    .join(" and");
  const name = bounds === "" ? "RelationshipIndexScan" : "RelationshipIndexSeekByRange";
  return `${directed}${name} ${property}${bounds}${access.descending ? " DESC" : ""}`;
}

/** A variable without a name is shown by its slot. */
function variableText({ name, slot }: BoundVariable): string {
  return name === "" ? `_${slot}` : name;
}
