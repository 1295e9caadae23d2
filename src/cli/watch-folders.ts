import { type FSWatcher, watch } from "node:fs";
import { basename, join } from "node:path";
import { CommandFailure } from "./command-failure.ts";

/** Milliseconds without another change after which a file counts as written: editors write in several steps. */
const QUIET = 100;

/** A folder to be watched, and which of its files matter. */
export interface WatchedFolder {
  readonly folder: string;
  matters(name: string): boolean;
}

/** Watches folders, not files: many editors replace a file by another of its name. */
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

  /** Watches `folders` from now on, and no others; those that do not exist are passed over. */
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

  /** The next file that changes, or has since the last one that was told; `undefined` once `signal` ends it. */
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
      // A folder that is removed while it is watched; the next round looks for it again.
      watcher.on("error", () => this.#forget(folder, watcher));
      this.#watchers.set(folder, watcher);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR" || code === "EACCES") return;
      if (code === "ENOSPC" || code === "EMFILE") {
        throw new CommandFailure(
          `${folder}: the system watches no more folders; name fewer, or do without --watch`,
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
    // On some systems the name is not told.
    const file = basename(name ?? "");
    const isOurs = this.#folders.some((watched) => watched.folder === folder && watched.matters(file));
    if (name !== null && !isOurs) return;
    // Editors write under another name first; one without a dot is told only where none with a dot follows.
    if (!basename(this.#changed ?? "").includes("."))
      this.#changed = name === null ? folder : join(folder, file);
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#quiet = undefined;
      this.#wake?.();
    }, QUIET);
  }
}
