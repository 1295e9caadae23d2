import { isFloat, isInteger } from "../../src/values/numbers.ts";
import { isTemporal } from "../../src/values/temporal/temporal.ts";
import { isList, isMap } from "../../src/values/type-name.ts";
import { Node, Path, Relationship, type Value, type ValueMap } from "../../src/values/value.ts";
import { valueText } from "../../src/values/value-text.ts";
import type {
  ExpectedEntries,
  ExpectedNode,
  ExpectedPath,
  ExpectedRelationship,
  ExpectedValue,
} from "./expected-value.ts";

/** How strictly lists are compared. */
export interface Strictness {
  /** Whether the order of items matters. */
  readonly listOrder: boolean;
}

/** Whether a value equals the value that the TCK expects, including its type: 1 is not 1.0. */
export function matchesValue(value: Value, expected: ExpectedValue, strictness: Strictness): boolean {
  switch (expected.kind) {
    case "null":
      return value === null;
    case "boolean":
      return value === expected.value;
    case "integer":
      return isInteger(value) && BigInt(value) === expected.value;
    case "float":
      // The TCK compares doubles so that 0.0 equals -0.0. NaN equals NaN.
      return (
        isFloat(value) &&
        (Number(value) === expected.value || (Number.isNaN(expected.value) && Number.isNaN(Number(value))))
      );
    case "string":
      // The TCK has no syntax for temporal values: it writes them as strings.
      return typeof value === "string"
        ? value === expected.value
        : isTemporal(value) && valueText(value) === `'${expected.value}'`;
    case "list":
      return isList(value) && matchesList(value, expected.items, strictness);
    case "map":
      return isMap(value) && matchesEntries(value, expected.entries, strictness);
    case "node":
      return value instanceof Node && matchesNode(value, expected, strictness);
    case "relationship":
      return value instanceof Relationship && matchesRelationship(value, expected, strictness);
    case "path":
      return value instanceof Path && matchesPath(value, expected, strictness);
  }
}

function matchesList(
  values: readonly Value[],
  expected: readonly ExpectedValue[],
  strictness: Strictness,
): boolean {
  if (values.length !== expected.length) return false;
  if (strictness.listOrder)
    return expected.every((item, at) => matchesValue(values[at] ?? null, item, strictness));
  return matchesBag(values, expected, (value, item) => matchesValue(value, item, strictness));
}

/** Whether the items match the expected ones one to one, in any order. */
export function matchesBag<Item, Expected>(
  items: readonly Item[],
  expected: readonly Expected[],
  matches: (item: Item, expected: Expected) => boolean,
): boolean {
  if (items.length !== expected.length) return false;
  const left = [...items];
  return expected.every((wanted) => {
    const at = left.findIndex((item) => matches(item, wanted));
    if (at === -1) return false;
    left.splice(at, 1);
    return true;
  });
}

function matchesEntries(map: ValueMap, expected: ExpectedEntries, strictness: Strictness): boolean {
  const keys = Object.keys(map);
  return (
    keys.length === expected.size &&
    keys.every((key) => {
      const wanted = expected.get(key);
      return wanted !== undefined && matchesValue(map[key] ?? null, wanted, strictness);
    })
  );
}

function matchesNode(node: Node, { labels, properties }: ExpectedNode, strictness: Strictness): boolean {
  return (
    matchesBag(node.labels, labels, (label, wanted) => label === wanted) &&
    matchesEntries(node.properties, properties, strictness)
  );
}

function matchesRelationship(
  relationship: Relationship,
  { type, properties }: ExpectedRelationship,
  strictness: Strictness,
): boolean {
  return relationship.type === type && matchesEntries(relationship.properties, properties, strictness);
}

function matchesPath(path: Path, { start, steps }: ExpectedPath, strictness: Strictness): boolean {
  const [first, ...others] = path.nodes;
  return (
    first !== undefined &&
    path.relationships.length === steps.length &&
    matchesNode(first, start, strictness) &&
    steps.every(({ relationship, forwards, node }, at) => {
      const walked = path.relationships[at];
      const next = others[at];
      if (walked === undefined || next === undefined) return false;
      const from = path.nodes[at]?.id;
      const goesForwards = walked.start === from && walked.end === next.id;
      const goesBackwards = walked.end === from && walked.start === next.id;
      return (
        (forwards ? goesForwards : goesBackwards) &&
        matchesRelationship(walked, relationship, strictness) &&
        matchesNode(next, node, strictness)
      );
    })
  );
}
