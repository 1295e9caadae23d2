import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { printableLine } from "../../diagnostics/printable-text.ts";
import { isAnnotationFolder } from "../../files/find-annotation-files.ts";
import { SHIPPED_SEEDS } from "../../files/read-annotations.ts";
import { counted } from "../../output/counted.ts";
import type { ExitCode } from "../command-failure.ts";
import { FolderWatch, type WatchedFolder } from "../watch-folders.ts";

/** The annotations and texts to watch. */
export interface WatchedPaths {
  readonly annotations: readonly string[];
  /** Folder of the articles' texts. */
  readonly articles?: string | undefined;
}

/** `hearsay check --watch`: checks again whenever a file changes, until `signal`. Returns the last exit code. */
export async function watchCheck(
  { annotations, articles }: WatchedPaths,
  check: () => Promise<ExitCode>,
  { print, signal }: { print: (text: string) => void; signal: AbortSignal },
): Promise<ExitCode> {
  const watch = new FolderWatch();
  try {
    for (;;) {
      // Watch the files before reading them, so that no change in between is missed.
      watch.update(await foldersOf(annotations, articles));
      const code = await check();
      const time = () => new Date().toTimeString().slice(0, 8);
      print(`\n──── ${time()}  watching ${counted(watch.size, "folder")}; Ctrl-C stops ────\n`);
      const changed = await watch.next(signal);
      if (changed === undefined) return code;
      print(`\n──── ${time()}  ${printableLine(changed)} changed ────\n\n`);
    }
  } finally {
    watch.close();
  }
}

async function foldersOf(
  paths: readonly string[],
  articles: string | undefined,
): Promise<readonly WatchedFolder[]> {
  const folders: WatchedFolder[] = [];
  for (const path of paths.length === 0 ? [SHIPPED_SEEDS] : paths) {
    const entry = await stat(path).catch(() => undefined);
    if (entry?.isDirectory()) {
      for (const folder of await withFoldersIn(path)) folders.push({ folder, matters: isAnnotation });
    } else {
      folders.push({ folder: dirname(path), matters: (name) => name === basename(path) });
    }
  }
  if (articles !== undefined) folders.push({ folder: articles, matters: isText });
  return folders;
}

async function withFoldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inner = entries.filter((entry) => entry.isDirectory() && isAnnotationFolder(entry.name));
  const below = await Promise.all(inner.map(({ name }) => withFoldersIn(join(folder, name))));
  return [folder, ...below.flat()];
}

/** A name without a dot may be a new folder. */
function isAnnotation(name: string): boolean {
  return /\.ya?ml$/i.test(name) || !name.includes(".");
}

/** Excludes backup and temporary files of editors. */
function isText(name: string): boolean {
  return !/^\.|~$|\.(?:swp|tmp)$/.test(name);
}
