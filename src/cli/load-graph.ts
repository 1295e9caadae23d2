import type { Vocabulary } from "../annotations/vocabulary.ts";
import { openGraph } from "../files/open-graph.ts";
import type { GraphColumns } from "../graph/graph-columns.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { counted } from "../output/counted.ts";
import { CommandFailure } from "./command-failure.ts";
import { loadData } from "./load-data.ts";
import type { Terminal } from "./terminal.ts";

/** The graph that a command works on. */
export interface GraphSource {
  /** Annotation files and folders. Empty: the shipped seeds. */
  readonly data: readonly string[];
  /** A folder saved by `hearsay import`, instead of annotations. */
  readonly graph?: string | undefined;
}

export interface LoadedGraph {
  readonly graph: MultiDirectedGraph | GraphColumns;
  /** The size of the graph, in words. */
  readonly summary: string;
  /** Meanings of labels and types. Only annotations have them. */
  readonly vocabulary?: Vocabulary;
}

/** @throws {@link CommandFailure} if the data has errors, or both annotations and a saved graph are given */
export async function loadGraph(
  { data, graph: folder }: GraphSource,
  terminal: Terminal,
): Promise<LoadedGraph> {
  if (folder === undefined) {
    const { graph, counts, vocabulary } = await loadData(data, terminal);
    const summary = `${counts.claims} claims of ${counts.articles} articles about ${counts.entities} entities`;
    return { graph, summary, vocabulary };
  }
  if (data.length > 0) {
    throw new CommandFailure("error: give annotations or --graph, not both", 2);
  }
  const graph = await openSaved(folder);
  return { graph, summary: graphSize(graph) };
}

/** `145,000 nodes, 1,000,000 relationships`. */
export function graphSize(graph: GraphColumns | MultiDirectedGraph): string {
  const [nodes, relationships] =
    "order" in graph ? [graph.order, graph.size] : [graph.nodes.count, graph.relationships.count];
  return `${counted(nodes, "node")}, ${counted(relationships, "relationship")}`;
}

async function openSaved(folder: string): Promise<GraphColumns> {
  try {
    return await openGraph(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR") {
      throw new CommandFailure(
        `${folder}: this is a file; --graph expects a folder saved by hearsay import -o FOLDER`,
      );
    }
    if (code !== "ENOENT") throw error;
    throw new CommandFailure(`${folder}: no saved graph found; make one with hearsay import`);
  }
}
