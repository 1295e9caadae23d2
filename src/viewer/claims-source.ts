import type { ClaimReader } from "../claims/claim-reader.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import type { PassageTexts } from "../output/evidence/passage-text.ts";
import type { Scene } from "./scene.ts";

/** What the panel tells of. */
export interface ClaimsSource {
  readonly graph: MultiDirectedGraph;
  readonly scene: Scene;
  readonly reader: ClaimReader;
  /** The words behind claims, where the texts were at hand when the page was made. */
  readonly passages?: PassageTexts | undefined;
}
