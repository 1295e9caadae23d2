import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAbandoned, tokenOfTemporary } from "./temporary-names.ts";

/** Milliseconds for which a folder is not searched again: `fmt` writes thousands of files into one folder. */
const PAUSE = 1000;
const lookedThrough = new Map<string, number>();

/** Removes temporary files that killed processes left in a folder. Files that cannot be removed stay. */
export async function removeStale(folder: string): Promise<void> {
  const now = performance.now();
  const last = lookedThrough.get(folder);
  if (last !== undefined && now - last < PAUSE) return;
  lookedThrough.set(folder, now);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const token = tokenOfTemporary(name);
    if (token === undefined || !(await isAbandoned(folder, name, token))) continue;
    await rm(join(folder, name), { force: true }).catch(() => {});
  }
}
