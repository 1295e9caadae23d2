import { counted } from "../output/counted.ts";
import type { Highlight } from "./view-state.ts";

/** How much an answer, or a row of it, rests on: `3 claims`, or `2 nodes` where there are no claims. */
export function highlightText({ claims, nodes }: Highlight): string {
  if (claims.size > 0) return counted(claims.size, "claim");
  return nodes.size > 0 ? counted(nodes.size, "node") : "nothing in the graph";
}
