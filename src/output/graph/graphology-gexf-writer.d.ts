/** Only the writer; the package's main entry points also load its parser, which needs a DOM. */
declare module "graphology-gexf/common/writer.js" {
  import type { GexfWriterOptions } from "graphology-gexf/common/types.js";
  import type Graph from "graphology-types";

  function write(graph: Graph, options?: GexfWriterOptions): string;
  export = write;
}
