import { counted } from "../output/counted.ts";
import type { Highlight } from "./view-state.ts";

/** The amount of evidence for an answer or a row: `3 claims`, or `2 nodes` if there are no claims. */
export function highlightText({ claims, nodes }: Highlight): string {
  if (claims.size > 0) return counted(claims.size, "claim");
  return nodes.size > 0 ? counted(nodes.size, "node") : "nothing in the graph";
}
