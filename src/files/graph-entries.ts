/** The names under which the files of a saved graph wait for their places; `save-graph.ts` says why. */
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ImportError } from "../import/import-faults.ts";
import { readManifest } from "./graph-manifest.ts";
import { isAbandoned, TOKEN } from "./temporary-names.ts";

export interface GraphFileNames {
  /** Written before the graph is saved. */
  readonly staged: string;
  /** Of a graph that is saved. */
  readonly ready: string;
}

export function namesOf(path: string, token: string): GraphFileNames {
  return { staged: `${path}.${token}.staged`, ready: `${path}.${token}.new` };
}

/** A file that is on its way to its place. */
interface SavedEntry {
  readonly folder: string;
  readonly name: string;
  readonly token: string;
  readonly stage: "staged" | "new";
}

const ENTRY = new RegExp(`^(.+)\\.(${TOKEN})\\.(staged|new)$`);

/** All that are on their way, of any process, to these places. */
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

/** Removes what killed processes have left, but for the saved graph itself. The entries were listed before. */
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
