/**
 * What the viewer's page is given, as text inside a script element of its HTML: the graph, and what to show
 * first. JSON has no integers beyond 2^53 and no times, and does not tell `1.0` from `1`, so those values travel
 * as objects with one key, `$integer`, `$float` or a temporal type's name such as `$Date`; a property is never
 * a map, so nothing else looks like them.
 */
import { MultiDirectedGraph } from "../graph/graphology.ts";
import { Float, float } from "../values/float.ts";
import { readTemporal, TEMPORAL_TYPES } from "../values/temporal/read-temporal.ts";
import { isTemporal } from "../values/temporal/temporal.ts";
import type { PassageText, PassageTexts } from "./passage-text.ts";

export interface SceneData {
  readonly graph: MultiDirectedGraph;
  /** What the page is called, such as the name of the annotated folder. */
  readonly title?: string | undefined;
  /** A query to run when the page opens. */
  readonly query?: string | undefined;
  /** What is known of the words behind claims. */
  readonly passages?: PassageTexts | undefined;
}

/**
 * `data` as JSON that may stand inside an HTML script element: no `<`, so nothing can close the element or open
 * a comment, and no line separators that older JavaScript takes for the end of a line.
 */
export function writeSceneData({ graph, title, query, passages }: SceneData): string {
  const told = passages && [...passages];
  return JSON.stringify({ title, query, passages: told, graph: graph.export() }, encodeValue).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Reads what {@link writeSceneData} wrote. Throws `SyntaxError` or graphology's errors on anything else. */
export function readSceneData(json: string): SceneData {
  const { graph, title, query, passages } = JSON.parse(json, decodeValue) as {
    graph: Parameters<typeof MultiDirectedGraph.from>[0];
    title?: string;
    query?: string;
    passages?: readonly (readonly [string, PassageText])[];
  };
  return {
    graph: MultiDirectedGraph.from(graph) as MultiDirectedGraph,
    title,
    query,
    ...(passages && { passages: new Map(passages) }),
  };
}

/** `this` is the holder: by the time a replacer sees a value, its `toJSON` has been called. */
function encodeValue(this: unknown, key: string, value: unknown): unknown {
  const original = (this as Record<string, unknown>)[key];
  if (typeof original === "bigint") return { $integer: String(original) };
  if (original instanceof Float)
    return { $float: Object.is(original.value, -0) ? "-0" : String(original.value) };
  if (isTemporal(original)) return { [`$${original.type}`]: String(original) };
  if (typeof original === "number" && !Number.isFinite(original)) return { $float: String(original) };
  return value;
}

function decodeValue(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("$integer" in value) return BigInt(String(value.$integer));
  if ("$float" in value) return float(Number(value.$float));
  const type = TEMPORAL_TYPES.find((name) => `$${name}` in value);
  return type === undefined
    ? value
    : readTemporal(type, String((value as Record<string, unknown>)[`$${type}`]));
}
