import { Float } from "./float.ts";
import { isInteger } from "./numbers.ts";
import { isTemporal } from "./temporal/temporal.ts";
import { firstItems, itemsText, moreText, shortText, type TextRoom } from "./text-room.ts";
import { isList } from "./type-name.ts";
import { Node, Path, Relationship, type Value, type ValueMap } from "./value.ts";

/**
 * `value` as openCypher writes it: `'text'`, `1`, `1.0`, `[1, null]`, `{key: true}`, `(:Person {name: 'Xi'})`, `[:MEETS
 * {said: '2025'}]`, `<(:A)-[:T]->(:B)>`. Literals can be read back as the same value; a temporal value is its ISO 8601
 * text in quotes, `'2015-07-21T21:40Z'`.
 */
export function valueText(value: Value): string {
  return valueTextIn(value, undefined);
}

/** As {@link valueText}, truncated for people to the limit `room`. Undefined: no limit. */
export function valueTextIn(value: Value, room: TextRoom | undefined): string {
  // Programs without types may pass undefined, which is null, as in parameters.
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quoteString(room === undefined ? value : shortText(value));
  if (typeof value === "number") return isInteger(value) ? String(value) : floatText(value);
  if (value instanceof Float) return floatText(value.value);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (isList(value)) return `[${itemsText(value, (item) => valueTextIn(item, room), room)}]`;
  if (isTemporal(value)) return quoteString(String(value));
  if (value instanceof Node) return nodeText(value, room);
  if (value instanceof Relationship)
    return `[:${quoteName(value.type)}${propertiesText(value.properties, room)}]`;
  if (value instanceof Path) return pathText(value, room);
  return mapText(value as ValueMap, room);
}

/** A string literal in single quotes. */
export function quoteString(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t")}'`;
}

/** A name as a query writes it: in backquotes unless it is a plain identifier. */
export function quoteName(name: string): string {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

/** A float with a decimal point or an exponent, as openCypher prints it: `1.0`, `0.5`, `1.0E300`, `NaN`. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  if (text.includes("e")) {
    const [mantissa = "", exponent = ""] = text.split("e");
    return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}E${exponent.replace("+", "")}`;
  }
  return text.includes(".") ? text : `${text}.0`;
}

function nodeText(node: Node, room: TextRoom | undefined): string {
  const labels = node.labels.map((label) => `:${quoteName(label)}`).join("");
  const properties = propertiesText(node.properties, room);
  return `(${labels === "" ? properties.trimStart() : labels + properties})`;
}

function propertiesText(properties: ValueMap, room: TextRoom | undefined): string {
  return Object.keys(properties).length === 0 ? "" : ` ${mapText(properties, room)}`;
}

function mapText(map: ValueMap, room: TextRoom | undefined): string {
  const entry = (key: string) => `${quoteName(key)}: ${valueTextIn(map[key] ?? null, room)}`;
  return `{${itemsText(Object.keys(map), entry, room)}}`;
}

function pathText(path: Path, room: TextRoom | undefined): string {
  const steps = firstItems(path.relationships, room).map((relationship, at) => {
    const forwards = relationship.start === path.nodes[at]?.id;
    const arrow = valueTextIn(relationship, room);
    return `${forwards ? `-${arrow}->` : `<-${arrow}-`}${valueTextIn(path.nodes[at + 1] ?? null, room)}`;
  });
  const left = path.relationships.length - steps.length;
  return `<${valueTextIn(path.nodes[0] ?? null, room)}${steps.join("")}${left > 0 ? ` … ${moreText(left)}` : ""}>`;
}
