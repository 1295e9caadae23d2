import type { Choices } from "./choices.ts";
import type { Scope } from "./random-match.ts";

/** Values of the `$parameters` of random queries. */
export const RANDOM_PARAMETERS = [
  { k: 1, text: "x", list: ["x", null, "xy"], v: 1, many: 2 },
  { k: 0, text: "y", list: [], v: [1], many: 0 },
  { k: 2, text: "", list: ["y", "y", 1], v: null, many: 5 },
] as const;

/** A condition on known variables. It never fails, because the plan determines the rows on which it is evaluated. */
export function randomPredicate(choices: Choices, scope: Scope): string {
  const relationship = choices.pickOf(scope.relationships);
  const walk = choices.pickOf(scope.walks);
  const kind = choices.below(4);
  if (kind === 1 && relationship !== undefined) return ofRelationship(choices, relationship);
  if (kind >= 1 && walk !== undefined) return ofWalk(choices, walk);
  const node = choices.pickOf(scope.nodes) as string;
  const other = choices.pickOf(scope.nodes) as string;
  return kind === 3 ? ofPattern(choices, node, other) : ofNodes(choices, node, other);
}

function ofNodes(choices: Choices, node: string, other: string): string {
  return choices.pick([
    `${node} <> ${other}`,
    `${node}.k = 1`,
    `${node}.k = $k`,
    `${node}.v = $v`,
    `${node}.v = ${other}.v`,
    `${node}.v < 1`,
    `$k <= ${node}.k`,
    `${node}.name IN $list`,
    `${node}.v IN [1, 'x', null]`,
    `${node}.name CONTAINS $text`,
    `${node}.name CONTAINS 'x'`,
    `${node}.k IS NULL`,
    `${node}.name IS NOT NULL`,
    `${node}:A`,
    `NOT ${node}:B`,
    `${node} = ${other}`,
    `toUpper(${node}.name) = 'XY'`,
    `toLower(${node}.name) = toLower(${other}.name)`,
    `toUpper(${other}.name) = toUpper(${node}.name)`,
    `${node}.k + 1 = ${other}.k`,
    `${node}.k = 1 - ${other}.k`,
    `${node}.id % 2 = ${other}.id % 2`,
    `any(t IN ${node}.tags WHERE toUpper(t) = 'X')`,
    `NOT (${node}.k = $k OR ${other}.name = $text)`,
  ]);
}

function ofRelationship(choices: Choices, relationship: string): string {
  return choices.pick([
    `${relationship}.w = 1`,
    `${relationship}.w = $k`,
    `${relationship}.w >= $k`,
    `${relationship}.w > 0 AND ${relationship}.w < 2`,
    `${relationship}.at >= '2020-01-03' AND ${relationship}.at < '2020-01-06'`,
    `type(${relationship}) = 'T'`,
    `${relationship}.w IS NOT NULL`,
    `${relationship}.w IN [0, 1]`,
  ]);
}

function ofWalk(choices: Choices, walk: string): string {
  return choices.pick([
    `all(r IN ${walk} WHERE r.w > 0)`,
    `none(r IN ${walk} WHERE r.w = $k)`,
    `any(r IN ${walk} WHERE type(r) = 'T')`,
    `size(${walk}) > 1`,
    `all(r IN ${walk} WHERE type(r) <> 'U')`,
  ]);
}

function ofPattern(choices: Choices, node: string, other: string): string {
  const pattern = choices.pick([
    `(${node})-[:T]->()`,
    `(${node})-->(${other})`,
    `(${node})-[:T*1..2]->(${other})`,
    `(${node})--()-[:U]-()`,
    `EXISTS { MATCH (${node})-->(z) WHERE z.k = ${other}.k }`,
    `EXISTS { MATCH (${node})-->(z) WITH z, count(*) AS many WHERE many > 1 RETURN z }`,
    `EXISTS { MATCH (${node})-[:T]->(y)-[:T]->(z) RETURN DISTINCT z UNION MATCH (z {k: $k})-->(${other}) RETURN z }`,
    `size([(${node})-->(z) WHERE z.k = 1 | z]) > 1`,
  ]);
  return choices.sometimes(3) ? `NOT ${pattern}` : pattern;
}
