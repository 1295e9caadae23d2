import { isTemporal } from "../../values/temporal/temporal.ts";
import { firstItems, itemsText, moreText, shortText, type TextRoom } from "../../values/text-room.ts";
import { isList } from "../../values/type-name.ts";
import { Node, Path, Relationship, type Value } from "../../values/value.ts";
import { quoteName, quoteString, valueTextIn } from "../../values/value-text.ts";

/**
 * `value` for display in a table: a text or a time without quotes, an entity by its name, a claim by its id, with
 * its claimant, and its stance unless it is affirmed. Entities and claims can be pasted into the next query:
 * `("Xi Jinping":Person)`, `[:MEETS {claim: '000#12', claimant: 'Dmitry Peskov'}]`. Other values are openCypher
 * literals.
 */
export function displayText(value: Value): string {
  return displayTextIn(value, undefined);
}

/** {@link displayText}, limited to `room`. */
export function displayTextIn(value: Value, room: TextRoom | undefined): string {
  if (typeof value !== "string") return innerText(value, room);
  return room === undefined ? value : shortText(value);
}

function innerText(value: Value, room: TextRoom | undefined): string {
  if (value instanceof Node) return nodeText(value, room);
  if (value instanceof Relationship) return relationshipText(value, room);
  if (value instanceof Path) return pathText(value, room);
  if (isTemporal(value)) return String(value);
  if (isList(value)) return `[${itemsText(value, (item) => innerText(item, room), room)}]`;
  return valueTextIn(value, room);
}

function nodeText(node: Node, room: TextRoom | undefined): string {
  const { name } = node.properties;
  if (typeof name !== "string") return valueTextIn(node, room);
  const labels = node.labels.map((label) => `:${quoteName(label)}`).join("");
  return `("${name.replace(/[\\"]/g, "\\$&")}"${labels})`;
}

function relationshipText(relationship: Relationship, room: TextRoom | undefined): string {
  const { claim, claimant, stance } = relationship.properties;
  if (typeof claim !== "string") return valueTextIn(relationship, room);
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

function pathText(path: Path, room: TextRoom | undefined): string {
  const [first] = path.nodes;
  let text = first === undefined ? "" : nodeText(first, room);
  let last = first;
  const relationships = firstItems(path.relationships, room);
  for (const [at, relationship] of relationships.entries()) {
    const node = path.nodes[at + 1];
    if (node === undefined) break;
    const forwards = relationship.start === last?.id;
    const arrow = relationshipText(relationship, room);
    text += (forwards ? `-${arrow}->` : `<-${arrow}-`) + nodeText(node, room);
    last = node;
  }
  const left = path.relationships.length - relationships.length;
  return left > 0 ? `${text} … ${moreText(left)}` : text;
}
