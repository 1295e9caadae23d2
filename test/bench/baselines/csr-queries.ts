import { CSR_AGGREGATES } from "./csr-aggregates.ts";
import { CSR_CYCLES } from "./csr-cycles.ts";
import { CSR_HOPS } from "./csr-hops.ts";
import { CSR_LOOK_UPS } from "./csr-look-ups.ts";
import { CSR_PATHS } from "./csr-paths.ts";
import type { CsrQuery } from "./csr-query.ts";
import { CSR_SCANS } from "./csr-scans.ts";
import { CSR_UNTUNED } from "./csr-untuned.ts";

/** By the name of the query. */
export const CSR_QUERIES: Readonly<Record<string, CsrQuery>> = {
  ...CSR_LOOK_UPS,
  ...CSR_HOPS,
  ...CSR_AGGREGATES,
  ...CSR_CYCLES,
  ...CSR_PATHS,
  ...CSR_SCANS,
  ...CSR_UNTUNED,
};
