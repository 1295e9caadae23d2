/**
 * What the viewer's page is given, as text inside a script element of its HTML: the graph, and what to show
 * first. The graph is as graphology exports it, but for its attributes, of which each is tagged JSON: JSON itself has
 * no integers beyond 2^53 and no times, and does not tell `1.0` from `1`.
 */
import { type Attributes, MultiDirectedGraph } from "../graph/graphology.ts";
import type { PassageText, PassageTexts } from "../output/evidence/passage-text.ts";
import { fromJavaScript } from "../values/from-javascript.ts";
import { tagged, untagged } from "../values/tagged-json.ts";

export interface SceneData {
  readonly graph: MultiDirectedGraph;
  /** What the page is called, such as the name of the annotated folder. */
  readonly title?: string | undefined;
  /** A query to run when the page opens. */
  readonly query?: string | undefined;
  /** What is known of the words behind claims. */
  readonly passages?: PassageTexts | undefined;
}

type ExportedGraph = ReturnType<MultiDirectedGraph["export"]>;

/**
 * `data` as JSON that may stand inside an HTML script element: no `<`, so nothing can close the element or open
 * a comment, and no line separators that older JavaScript takes for the end of a line.
 */
export function writeSceneData({ graph, title, query, passages }: SceneData): string {
  const told = passages && [...passages];
  const exported = withAttributes(graph.export(), (value) => tagged(fromJavaScript(value)));
  return JSON.stringify({ title, query, passages: told, graph: exported }).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Reads what {@link writeSceneData} wrote. Throws `SyntaxError`, `CypherError` or graphology's errors on anything else. */
export function readSceneData(json: string): SceneData {
  const { graph, title, query, passages } = JSON.parse(json) as {
    graph: ExportedGraph;
    title?: string;
    query?: string;
    passages?: readonly (readonly [string, PassageText])[];
  };
  return {
    graph: MultiDirectedGraph.from(withAttributes(graph, untagged)) as MultiDirectedGraph,
    title,
    query,
    ...(passages && { passages: new Map(passages) }),
  };
}

/** A graph as graphology exports it, all attributes of it, its nodes and relationships changed. */
function withAttributes(graph: ExportedGraph, change: (value: unknown) => unknown): ExportedGraph {
  const changed = <T extends { readonly attributes?: Attributes }>(part: T): T =>
    part.attributes === undefined
      ? part
      : {
          ...part,
          attributes: Object.fromEntries(
            Object.entries(part.attributes).map(([name, value]) => [name, change(value)]),
          ),
        };
  return { ...changed(graph), nodes: graph.nodes.map(changed), edges: graph.edges.map(changed) };
}
