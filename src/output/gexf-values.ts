import { Float } from "../values/float.ts";
import { isTemporal } from "../values/temporal/temporal.ts";
import type { Value } from "../values/value.ts";
import { valueText } from "../values/value-text.ts";
import { xmlText } from "./xml-text.ts";

/** What an attribute of one node or relationship is written as. */
export type GexfValue = string | number | boolean | readonly ListElement[];

/**
 * An element of a list of strings. The writer of graphology-gexf quotes an element only where it holds a
 * quote, so that one with a comma would read back as two: ours come quoted, and say that they hold none.
 */
class ListElement {
  readonly #quoted: string;

  constructor(text: string) {
    this.#quoted = JSON.stringify(text);
  }

  includes(): boolean {
    return false;
  }

  toString(): string {
    return this.#quoted;
  }
}

/** The types that Gephi, NetworkX and graphology all read; NetworkX knows no list but `liststring`. */
type Kind = "boolean" | "number" | "string" | "liststring";

/**
 * The values of one attribute over all nodes (or relationships), made alike, because GEXF gives an attribute
 * one type: booleans, numbers, strings or lists of strings. Values of several types become strings, lists of
 * anything become lists of strings, maps, integers beyond 2^53 and temporal values their text. `undefined`
 * stands for what GEXF cannot say and leaves out: null, NaN and the empty string.
 */
export function gexfValues(values: readonly Value[]): (GexfValue | undefined)[] {
  const kinds = new Set(values.filter((value) => !isMissing(value)).map(kindOf));
  const [kind] = kinds;
  return values.map((value) => {
    if (isMissing(value)) return undefined;
    return kinds.size === 1 && kind !== undefined ? written(value, kind) : plainText(value);
  });
}

function isMissing(value: Value): boolean {
  if (value === null || value === undefined || value === "") return true;
  return (typeof value === "number" || value instanceof Float) && Number.isNaN(Number(value));
}

function kindOf(value: Value): Kind {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number" || value instanceof Float) return "number";
  return Array.isArray(value) ? "liststring" : "string";
}

function written(value: Value, kind: Kind): GexfValue {
  if (kind === "boolean") return value as boolean;
  if (kind === "number") return Number(value);
  if (kind === "string") return plainText(value);
  return (value as readonly Value[]).map((element) => new ListElement(plainText(element)));
}

function plainText(value: Value): string {
  return xmlText(typeof value === "string" || isTemporal(value) ? String(value) : valueText(value));
}
