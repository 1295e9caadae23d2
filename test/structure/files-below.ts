import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Paths, from `root`, of all files in or below these folders whose path matches `pattern`. */
export function filesBelow(root: string, folders: readonly string[], pattern: RegExp): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
      .filter((path) => pattern.test(path)),
  );
}
