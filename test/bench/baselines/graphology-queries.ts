import { GRAPHOLOGY_NEAR } from "./graphology-near.ts";
import { GRAPHOLOGY_PATHS } from "./graphology-paths.ts";
import type { GraphologyQuery } from "./graphology-reading.ts";
import { GRAPHOLOGY_SCANS } from "./graphology-scans.ts";

/** By the name of the query. */
export const GRAPHOLOGY_QUERIES: Readonly<Record<string, GraphologyQuery>> = {
  ...GRAPHOLOGY_NEAR,
  ...GRAPHOLOGY_PATHS,
  ...GRAPHOLOGY_SCANS,
};
