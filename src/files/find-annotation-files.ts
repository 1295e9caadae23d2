import { readdir, realpath, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { shellWord } from "./shell-word.ts";

/** A file to read, or the reason why a path has no files to read. */
export type FoundFile =
  | { readonly kind: "file"; readonly path: string }
  | {
      readonly kind: "fault";
      readonly path: string;
      readonly code: "unreadable-file" | "unknown-file" | "no-annotations";
      readonly reason: string;
      readonly hint?: string | undefined;
    };

const SKIPPED_FOLDERS = new Set(["schema", "node_modules"]);

/**
 * Finds the annotation files that `paths` name, each once. A folder means all `.yaml` and `.yml` files in it at
 * any depth, sorted by name, so that every run reads them in the same order. Folders called `schema` or `node_modules`,
 * hidden folders and links to folders are skipped.
 */
export async function findAnnotationFiles(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const file of await filesAt(path)) {
      const real = file.kind === "file" ? await realpath(file.path).catch(() => file.path) : file.path;
      if (!seen.has(real)) found.push(file);
      seen.add(real);
    }
  }
  return found;
}

async function filesAt(path: string): Promise<readonly FoundFile[]> {
  try {
    const entry = await stat(path);
    if (entry.isFile()) return [otherFile(path) ?? { kind: "file", path }];
    if (!entry.isDirectory()) {
      return [{ kind: "fault", path, code: "unreadable-file", reason: "this is not a file or a folder" }];
    }
    const files = await filesIn(path);
    if (files.length > 0) return files.map((file) => ({ kind: "file", path: file }));
    const entries = await readdir(path);
    const hint = entries.some(isOfSavedGraph)
      ? `open a saved graph with --graph ${shellWord(path)}`
      : undefined;
    const reason = "the folder contains no .yaml files";
    return [{ kind: "fault", path, code: "no-annotations", reason, hint }];
  } catch (error) {
    return [{ kind: "fault", path, code: "unreadable-file", reason: readingProblem(error) }];
  }
}

/** The fault for a file that is input of another command, with a hint to that command. */
function otherFile(path: string): FoundFile | undefined {
  const fault = { kind: "fault", path, code: "unknown-file" } as const;
  switch (extname(path).toLowerCase()) {
    case ".csv":
    case ".jsonl": {
      const hint = "import it: hearsay import --nodes FILES --relationships FILES -o FOLDER";
      return { ...fault, reason: "this is a table, but annotations are YAML", hint };
    }
    case ".arrow":
      return { ...fault, reason: "this is a part of a saved graph", hint: "open its folder with --graph" };
    case ".txt": {
      const hint = `begin its annotation: hearsay annotate ${shellWord(path)}`;
      return { ...fault, reason: "this is a text, but annotations are YAML", hint };
    }
    default:
      return undefined;
  }
}

function isOfSavedGraph(file: string): boolean {
  return extname(file) === ".arrow";
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) {
      if (isAnnotationFolder(entry.name)) files.push(...(await filesIn(path)));
    } else if (/\.ya?ml$/i.test(entry.name)) {
      files.push(path);
    }
  }
  return files;
}

/** Whether a folder of this name is searched for annotations. */
export function isAnnotationFolder(name: string): boolean {
  return !name.startsWith(".") && !SKIPPED_FOLDERS.has(name);
}

/** The reason why a path cannot be read, for messages. */
export function readingProblem(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "no permission to read it";
    case "EISDIR":
      return "this is a folder, not a file";
    case "ENOTDIR":
      return "a part of the path is a file, not a folder";
    case "ELOOP":
      return "the links form a loop";
    default:
      return (error as Error).message;
  }
}
