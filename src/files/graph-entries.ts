/** Temporary names of the files of a saved graph; `save-graph.ts` explains them. */
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ImportError } from "../import/import-faults.ts";
import { readManifest } from "./graph-manifest.ts";
import { isAbandoned, TOKEN } from "./temporary-names.ts";

export interface GraphFileNames {
  /** Name before the graph is saved. */
  readonly staged: string;
  /** Name once the graph is saved, before the final rename. */
  readonly ready: string;
}

export function namesOf(path: string, token: string): GraphFileNames {
  return { staged: `${path}.${token}.staged`, ready: `${path}.${token}.new` };
}

/** A file of a graph that still has a temporary name. */
interface SavedEntry {
  readonly folder: string;
  readonly name: string;
  readonly token: string;
  readonly stage: "staged" | "new";
}

const ENTRY = new RegExp(`^(.+)\\.(${TOKEN})\\.(staged|new)$`);

/** All files with temporary names, of any process, for these final paths. */
export async function savedEntries(places: readonly string[]): Promise<readonly SavedEntry[]> {
  const found: SavedEntry[] = [];
  for (const place of places) {
    const folder = dirname(place);
    for (const name of await readdir(folder)) {
      const [, of, token = "", stage] = ENTRY.exec(name) ?? [];
      if (of === basename(place)) found.push({ folder, name, token, stage: stage as SavedEntry["stage"] });
    }
  }
  return found;
}

/** Removes files left by killed processes, except those of the saved graph itself. `entries` must be listed before. */
export async function removeAbandoned(folder: string, entries: readonly SavedEntry[]): Promise<void> {
  const current = await currentToken(folder);
  for (const { folder: place, name, token } of entries) {
    if (token === current || !(await isAbandoned(place, name, token))) continue;
    await rm(join(place, name), { force: true });
  }
}

/** The token of the saved graph; `undefined` if there is no graph. */
async function currentToken(folder: string): Promise<string | undefined> {
  try {
    return (await readManifest(folder)).saved;
  } catch (error) {
    // A graph without a readable manifest cannot be opened, and its files are about to be replaced.
    const isBroken = error instanceof ImportError || (error as NodeJS.ErrnoException).code === "ENOENT";
    if (isBroken) return undefined;
    throw error;
  }
}
