import type { BenchEngine } from "./bench-engine.ts";

/** Loaders of the engines, by their name in the table. Peers are imported only if they are requested. */
export const ENGINES: Readonly<Record<string, () => Promise<BenchEngine>>> = {
  hearsay: async () => new (await import("./hearsay.ts")).HearsayBench(),
  reopened: async () => new (await import("./hearsay.ts")).ReopenedBench(),
  csr: async () => new (await import("./csr.ts")).CsrBench(),
  graphology: async () => new (await import("./graphology.ts")).GraphologyBench(),
  ladybug: async () => new (await import("./ladybug.ts")).LadybugBench("Ladybug 0.19.1", "@ladybugdb/core"),
  kuzu: async () => new (await import("./ladybug.ts")).LadybugBench("Kùzu 0.11.3", "kuzu"),
  grafeo: async () => new (await import("./grafeo.ts")).GrafeoBench(),
  oxigraph: async () => new (await import("./oxigraph.ts")).OxigraphBench(),
  duckdb: async () => new (await import("./duckdb.ts")).DuckDbBench(),
};

/** Hearsay, and the hand-written baselines. */
export const OURS: readonly string[] = ["hearsay", "csr", "graphology"];

/** Other engines. */
export const PEERS: readonly string[] = ["ladybug", "kuzu", "grafeo", "duckdb", "oxigraph"];
