import type { BenchEngine } from "./bench-engine.ts";

/** How to get each engine, by the name it has in the table. Peers are imported only where they are asked for. */
export const ENGINES: Readonly<Record<string, () => Promise<BenchEngine>>> = {
  hearsay: async () => new (await import("./hearsay.ts")).HearsayBench(),
  csr: async () => new (await import("./csr.ts")).CsrBench(),
  duckdb: async () => new (await import("./duckdb.ts")).DuckDbBench(),
};

/** Those that stand against us. */
export const PEERS: readonly string[] = ["ladybug", "grafeo", "duckdb", "oxigraph"];
