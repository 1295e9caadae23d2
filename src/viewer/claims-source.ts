import type { ClaimReader } from "../claims/claim-reader.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import type { PassageTexts } from "../output/evidence/passage-text.ts";
import type { Scene } from "./scene.ts";

/** The data that the panel shows. */
export interface ClaimsSource {
  readonly graph: MultiDirectedGraph;
  readonly scene: Scene;
  readonly reader: ClaimReader;
  /** The words of claims' passages, if the texts were available when the page was made. */
  readonly passages?: PassageTexts | undefined;
}
