import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { NamedGraphs } from "./run-scenario.ts";

/** The named graphs of the feature files in `path`, in `graphs/NAME/NAME.cypher` next to the folder `features`. */
export function readNamedGraphs(path: string): NamedGraphs {
  const folder = join(featureRoot(resolve(path)), "../graphs");
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith(".cypher"))
      .map((file) => [basename(file, ".cypher"), readFileSync(join(folder, file), "utf8")]),
  );
}

/** The folder `features` that contains `path`, or `path` itself if there is none. */
function featureRoot(path: string): string {
  for (let at = path; at !== dirname(at); at = dirname(at)) if (basename(at) === "features") return at;
  return path;
}
