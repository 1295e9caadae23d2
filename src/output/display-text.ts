import { isTemporal } from "../values/temporal/temporal.ts";
import { Node, Path, Relationship, type Value } from "../values/value.ts";
import { quoteName, quoteString, valueText } from "../values/value-text.ts";

/**
 * `value` as a person wants to see it in a table: a text or a time without quotes, an entity by its name, and
 * a claim by its id, with who makes it and a stance other than the usual one. Both can be pasted into the next
 * query: `("Xi Jinping":Person)`, `[:MEETS {claim: '000#12', claimant: 'Dmitry Peskov'}]`. All else is in
 * openCypher's own form.
 */
export function displayText(value: Value): string {
  return typeof value === "string" ? value : innerText(value);
}

function innerText(value: Value): string {
  if (value instanceof Node) return nodeText(value);
  if (value instanceof Relationship) return relationshipText(value);
  if (value instanceof Path) return pathText(value);
  if (isTemporal(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(innerText).join(", ")}]`;
  return valueText(value);
}

function nodeText(node: Node): string {
  const { name } = node.properties;
  if (typeof name !== "string") return valueText(node);
  const labels = node.labels.map((label) => `:${quoteName(label)}`).join("");
  return `("${name.replace(/[\\"]/g, "\\$&")}"${labels})`;
}

function relationshipText(relationship: Relationship): string {
  const { claim, claimant, stance } = relationship.properties;
  if (typeof claim !== "string") return valueText(relationship);
  const shown: [key: string, value: unknown][] = [
    ["claim", claim],
    ["claimant", claimant],
  ];
  if (stance !== "affirmed") shown.push(["stance", stance]);
  const entries = shown.flatMap(([key, value]) =>
    typeof value === "string" ? `${key}: ${quoteString(value)}` : [],
  );
  return `[:${quoteName(relationship.type)} {${entries.join(", ")}}]`;
}

function pathText(path: Path): string {
  const [first, ...others] = path.nodes;
  let text = first === undefined ? "" : nodeText(first);
  let last = first;
  for (const [at, node] of others.entries()) {
    const relationship = path.relationships[at];
    if (relationship === undefined) break;
    const forwards = relationship.start === last?.id;
    const arrow = relationshipText(relationship);
    text += (forwards ? `-${arrow}->` : `<-${arrow}-`) + nodeText(node);
    last = node;
  }
  return text;
}
