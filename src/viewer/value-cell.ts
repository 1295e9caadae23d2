import { nameOf } from "../graph/read-attributes.ts";
import { isTemporal } from "../values/temporal/temporal.ts";
import { cellRoom, firstItems, moreText, shortText, type TextRoom } from "../values/text-room.ts";
import { isList } from "../values/type-name.ts";
import { Node as GraphNode, Path, Relationship, type Value } from "../values/value.ts";
import { valueTextIn } from "../values/value-text.ts";
import { type Content, element, nameElement } from "./element.ts";
import { labelSwatch } from "./swatch.ts";
import { typePhrase } from "./type-phrase.ts";

/** Handlers for clicks on nodes and relationships of the result. */
export interface ValueEvents {
  node(key: string): void;
  claim(key: string): void;
}

/** A value of a result for display: nodes and relationships are buttons with their names, long lists are cut. */
export function valueContent(value: Value, events: ValueEvents): Content {
  return content(value, events, cellRoom());
}

function content(value: Value, events: ValueEvents, room: TextRoom): Content {
  if (value === null) return element("span", { class: "null" }, "null");
  if (typeof value === "string") return textContent(value);
  if (value instanceof GraphNode) return nodeChip(value, events);
  if (value instanceof Relationship) return relationshipChip(value, events);
  if (value instanceof Path) return pathContent(value, events, room);
  if (isList(value)) {
    const items = firstItems(value, room);
    const shown = items.flatMap((item, at) => [at > 0 ? ", " : "", content(item, events, room)]);
    const left = value.length - items.length;
    return left > 0 ? [...shown, items.length > 0 ? ", " : "", moreContent(left)] : shown;
  }
  return isTemporal(value) ? textContent(String(value)) : valueTextIn(value, room);
}

/** Short text, such as a date or a stance, stays on one line. */
function textContent(text: string): HTMLElement {
  const shown = shortText(text);
  return element(
    "span",
    { ...(text.length <= 24 && { class: "short" }), attributes: { dir: "auto" } },
    shown,
  );
}

function moreContent(count: number): HTMLElement {
  return element("span", { class: "null" }, `… ${moreText(count)}`);
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

function pathContent({ nodes, relationships }: Path, events: ValueEvents, room: TextRoom): Content {
  const walked = firstItems(relationships, room);
  const shown = nodes.slice(0, walked.length + 1).flatMap((node, at) => {
    const relationship = walked[at];
    if (!relationship) return [nodeChip(node, events)];
    const forward = relationship.start === node.id;
    return [
      nodeChip(node, events),
      forward ? " – " : " ← ",
      relationshipChip(relationship, events),
      forward ? " → " : " – ",
    ];
  });
  const left = relationships.length - walked.length;
  return left > 0 ? [...shown, " ", moreContent(left)] : shown;
}
