import { nameOf } from "../graph/read-attributes.ts";
import { isTemporal } from "../values/temporal/temporal.ts";
import { Node as GraphNode, Path, Relationship, type Value } from "../values/value.ts";
import { valueText } from "../values/value-text.ts";
import { type Content, element, nameElement } from "./element.ts";
import { labelSwatch } from "./swatch.ts";
import { typePhrase } from "./type-phrase.ts";

/** What a click on a node or relationship of the result does. */
export interface ValueEvents {
  node(key: string): void;
  claim(key: string): void;
}

/** A value of a result, as people read it: nodes and relationships by name, to be clicked. */
export function valueContent(value: Value, events: ValueEvents): Content {
  if (value === null) return element("span", { class: "null" }, "null");
  if (typeof value === "string") return textContent(value);
  if (value instanceof GraphNode) return nodeChip(value, events);
  if (value instanceof Relationship) return relationshipChip(value, events);
  if (value instanceof Path) return pathContent(value, events);
  if (Array.isArray(value)) {
    const items = value as readonly Value[];
    return items.flatMap((item, at) => [at > 0 ? ", " : "", valueContent(item, events)]);
  }
  return isTemporal(value) ? textContent(String(value)) : valueText(value);
}

/** Short text, such as a date or a stance, stays on one line. */
function textContent(text: string): HTMLElement {
  return element("span", { ...(text.length <= 24 && { class: "short" }), attributes: { dir: "auto" } }, text);
}

function nodeChip({ id, labels, properties }: GraphNode, events: ValueEvents): HTMLElement {
  return element(
    "button",
    {
      class: "chip",
      title: `${nameOf(id, properties)} (${labels.join(", ")})`,
      onclick: () => events.node(id),
    },
    labelSwatch(labels),
    nameElement(nameOf(id, properties)),
  );
}

function relationshipChip({ id, type, properties }: Relationship, events: ValueEvents): HTMLElement {
  const gist = properties["gist"];
  return element(
    "button",
    {
      class: "chip chip-claim",
      ...(typeof gist === "string" && { title: gist }),
      onclick: () => events.claim(id),
    },
    typePhrase(type),
  );
}

function pathContent({ nodes, relationships }: Path, events: ValueEvents): Content {
  return nodes.flatMap((node, at) => {
    const relationship = relationships[at];
    if (!relationship) return [nodeChip(node, events)];
    const forward = relationship.start === node.id;
    return [
      nodeChip(node, events),
      forward ? " – " : " ← ",
      relationshipChip(relationship, events),
      forward ? " → " : " – ",
    ];
  });
}
