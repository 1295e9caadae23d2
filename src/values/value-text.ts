import { Float } from "./float.ts";
import { isInteger } from "./numbers.ts";
import { isTemporal } from "./temporal/temporal.ts";
import { isList } from "./type-name.ts";
import { Node, Path, Relationship, type Value, type ValueMap } from "./value.ts";

/**
 * `value` as openCypher writes it: `'text'`, `1`, `1.0`, `[1, null]`, `{key: true}`, `(:Person {name: 'Xi'})`,
 * `[:MEETS {said: '2025'}]`, `<(:A)-[:T]->(:B)>`. Literals read back as the same value; a temporal
 * value is its ISO 8601 text in quotes, `'2015-07-21T21:40Z'`.
 */
export function valueText(value: Value): string {
  // Programs without types: undefined is null, as it is in parameters.
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quoteString(value);
  if (typeof value === "number") return isInteger(value) ? String(value) : floatText(value);
  if (value instanceof Float) return floatText(value.value);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (isList(value)) return `[${value.map(valueText).join(", ")}]`;
  if (isTemporal(value)) return quoteString(String(value));
  if (value instanceof Node) return nodeText(value);
  if (value instanceof Relationship) return `[:${quoteName(value.type)}${propertiesText(value.properties)}]`;
  if (value instanceof Path) return pathText(value);
  return mapText(value as ValueMap);
}

/** A string literal in single quotes. */
export function quoteString(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t")}'`;
}

/** A name as a query writes it: in backquotes where it is not a plain identifier. */
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

function nodeText(node: Node): string {
  const labels = node.labels.map((label) => `:${quoteName(label)}`).join("");
  const properties = propertiesText(node.properties);
  return `(${labels === "" ? properties.trimStart() : labels + properties})`;
}

function propertiesText(properties: ValueMap): string {
  return Object.keys(properties).length === 0 ? "" : ` ${mapText(properties)}`;
}

function mapText(map: ValueMap): string {
  const entries = Object.keys(map).map((key) => `${quoteName(key)}: ${valueText(map[key] ?? null)}`);
  return `{${entries.join(", ")}}`;
}

function pathText(path: Path): string {
  const steps = path.relationships.map((relationship, at) => {
    const forwards = relationship.start === path.nodes[at]?.id;
    const arrow = valueText(relationship);
    return `${forwards ? `-${arrow}->` : `<-${arrow}-`}${valueText(path.nodes[at + 1] ?? null)}`;
  });
  return `<${valueText(path.nodes[0] ?? null)}${steps.join("")}>`;
}
