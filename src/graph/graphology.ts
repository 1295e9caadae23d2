/** The only import of the graph library; other rooms take the type from here. */
export { MultiDirectedGraph } from "graphology";
export type { Attributes } from "graphology-types";
