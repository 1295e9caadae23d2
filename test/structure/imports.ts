import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** One import or re-export of a file of `src/`. */
export interface Import {
  /** The importing file, relative to `src/`, such as `plan/plan-query.ts`. */
  readonly from: string;
  /** The imported file, relative to `src/`, or the name of the package. */
  readonly to: string;
  readonly isPackage: boolean;
}

export const SOURCE = resolve(import.meta.dirname, "../../src");

/** The TypeScript files of `src/`, relative to it. */
export function sourceFiles(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

export function readSource(file: string): string {
  return readFileSync(join(SOURCE, file), "utf8");
}

/** Static and dynamic imports, types included, and re-exports. */
export function importsOf(file: string): Import[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^;"']*?\bfrom\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']|(?:^|\n)import\s*["']([^"']+)["']/g;
  return [...readSource(file).matchAll(pattern)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? "";
    if (!target.startsWith(".")) return { from: file, to: packageName(target), isPackage: true };
    const path = relative(SOURCE, resolve(SOURCE, dirname(file), target)).replaceAll("\\", "/");
    return { from: file, to: path, isPackage: false };
  });
}

/** The room of a file of `src/`; a top-level file is a room by itself. */
export function roomOf(file: string): string {
  return file.includes("/") ? (file.split("/")[0] as string) : file;
}

function packageName(target: string): string {
  if (target.startsWith("node:")) return "node:";
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}
