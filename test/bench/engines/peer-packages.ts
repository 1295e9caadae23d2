import { createRequire } from "node:module";
import { join } from "node:path";

/** The folder where peers are installed. None of them is a dependency of Hearsay. */
export const PEERS_FOLDER = join(process.cwd(), ".bench", "peers");

/** By package name: the version to install, for which the texts of the queries were written. */
export const PEER_PACKAGES: Readonly<Record<string, string>> = {
  "@duckdb/node-api": "1.5.6-r.1",
  "@grafeo-db/js": "0.6.0",
  "@ladybugdb/core": "0.19.1",
  kuzu: "0.11.3",
  oxigraph: "0.5.11",
};

/** A peer's module. Its type describes only what this benchmark uses. */
export function requirePeer<Module>(name: string): Module {
  return createRequire(join(PEERS_FOLDER, "package.json"))(name) as Module;
}
