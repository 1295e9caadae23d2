/**
 * The data of the viewer's page, as text inside a script element of its HTML: the graph, and what to show first. The
 * graph has graphology's export format, except that each attribute is tagged JSON: plain JSON has no integers beyond
 * 2^53 and no times, and does not distinguish `1.0` from `1`.
 */
import { type Attributes, MultiDirectedGraph } from "../graph/graphology.ts";
import type { PassageText, PassageTexts } from "../output/evidence/passage-text.ts";
import { fromJavaScript } from "../values/from-javascript.ts";
import { tagged, untagged } from "../values/tagged-json.ts";

export interface SceneData {
  readonly graph: MultiDirectedGraph;
  /** Title of the page, such as the name of the annotated folder. */
  readonly title?: string | undefined;
  /** A query to run when the page opens. */
  readonly query?: string | undefined;
  /** The words of claims' passages, or the reasons why they are missing. */
  readonly passages?: PassageTexts | undefined;
}

type ExportedGraph = ReturnType<MultiDirectedGraph["export"]>;

/**
 * `data` as JSON that is safe inside an HTML script element: it has no `<`, so nothing can close the element or open a
 * comment, and no line separators, which older JavaScript takes for the end of a line.
 */
export function writeSceneData({ graph, title, query, passages }: SceneData): string {
  const entries = passages && [...passages];
  const exported = withAttributes(graph.export(), (value) => tagged(fromJavaScript(value)));
  return JSON.stringify({ title, query, passages: entries, graph: exported }).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Reads the output of {@link writeSceneData}.
 *
 * @throws `SyntaxError`, `CypherError` or graphology's errors for other input
 */
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

/** An exported graph with `change` applied to all attributes of the graph, its nodes and its relationships. */
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
