import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const { files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { files: string[] };

/** Files that `file` links to, as paths from the package's folder. */
function linkedFiles(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = ""]) =>
    relative(root, resolve(root, dirname(file), path)).replaceAll("\\", "/"),
  );
}

/** npm packs the README whether it is listed or not. */
function isPacked(file: string): boolean {
  return file === "README.md" || files.some((packed) => file === packed || file.startsWith(`${packed}/`));
}

test.each(["README.md", "grammar/reference.md", "seeds/README.md", "src/README.md"])(
  "the links of %s lead to existing files, which are in the package",
  (file) => {
    expect(isPacked(file)).toBe(true);
    const linked = linkedFiles(file);
    expect(linked.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(linked.filter((path) => !isPacked(path))).toEqual([]);
  },
);
