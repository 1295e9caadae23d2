import { type FSWatcher, watch } from "node:fs";
import { basename, join } from "node:path";
import { CommandFailure } from "./command-failure.ts";

/** Milliseconds without another change after which a file counts as written: editors write in several steps. */
const QUIET = 100;

/** A folder to watch, and a filter for its files. */
export interface WatchedFolder {
  readonly folder: string;
  matters(name: string): boolean;
}

/** Watches folders, not files, because many editors replace a file instead of writing into it. */
export class FolderWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  #folders: readonly WatchedFolder[] = [];
  #changed: string | undefined;
  #quiet: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;

  /** How many folders are watched. */
  get size(): number {
    return this.#watchers.size;
  }

  /** Watches exactly `folders` from now on; folders that do not exist are skipped. */
  update(folders: readonly WatchedFolder[]): void {
    this.#folders = folders;
    const wanted = new Set(folders.map(({ folder }) => folder));
    for (const [folder, watcher] of this.#watchers) {
      if (!wanted.has(folder)) this.#forget(folder, watcher);
    }
    for (const folder of wanted) {
      if (!this.#watchers.has(folder)) this.#watch(folder);
    }
  }

  /** The next file that changes, or has changed since the last call; `undefined` once `signal` aborts. */
  async next(signal: AbortSignal): Promise<string | undefined> {
    while (!signal.aborted && (this.#changed === undefined || this.#quiet !== undefined)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    const changed = this.#changed;
    this.#changed = undefined;
    return signal.aborted ? undefined : changed;
  }

  close(): void {
    clearTimeout(this.#quiet);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(folder, (_event, name) => this.#notice(folder, name));
      // The folder may be removed while it is watched; the next update looks for it again.
      watcher.on("error", () => this.#forget(folder, watcher));
      this.#watchers.set(folder, watcher);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR" || code === "EACCES") return;
      if (code === "ENOSPC" || code === "EMFILE") {
        throw new CommandFailure(
          `${folder}: the system cannot watch more folders; name fewer, or leave out --watch`,
        );
      }
      throw error;
    }
  }

  #forget(folder: string, watcher: FSWatcher): void {
    watcher.close();
    this.#watchers.delete(folder);
  }

  #notice(folder: string, name: string | null): void {
    // Some systems do not report the name.
    const file = basename(name ?? "");
    const isOurs = this.#folders.some((watched) => watched.folder === folder && watched.matters(file));
    if (name !== null && !isOurs) return;
    // Editors first write under another name: a name without a dot is replaced by a later one.
    if (!basename(this.#changed ?? "").includes("."))
      this.#changed = name === null ? folder : join(folder, file);
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#quiet = undefined;
      this.#wake?.();
    }, QUIET);
  }
}
