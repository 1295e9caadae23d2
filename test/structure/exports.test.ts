import { readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, test } from "vitest";
import { readSource, SOURCE, sourceFiles } from "./imports.ts";

const TESTS = resolve(SOURCE, "../test");
const GRAMMAR = resolve(SOURCE, "../grammar");

/** The values, not types, that a file exports in their declaration. */
function exportedValues(file: string): string[] {
  const pattern = /^export (?:abstract |async )*(?:const|function\*?|class) (\w+)/gm;
  return [...readSource(file).matchAll(pattern)].map(([, name = ""]) => `${file}: ${name}`);
}

/** The names that a text in `folder` imports from files of `src/`: by import, `await import` or re-export. */
function takenNames(text: string, folder: string): string[] {
  const pattern =
    /\{([^{}]*)\}\s*(?:from|= await import\()\s*"(\.[^"]+)"|\(await import\("(\.[^"]+)"\)\)\.(\w+)/g;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [names, path] =
      match[1] === undefined ? [match[4] ?? "", match[3] ?? ""] : [match[1], match[2] ?? ""];
    const file = resolve(folder, path)
      .slice(SOURCE.length + 1)
      .replaceAll("\\", "/");
    return [...names.matchAll(/(?:^|,)\s*(?:type\s+)?(\w+)/g)].map(([, name = ""]) => `${file}: ${name}`);
  });
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => resolve(folder, file));
}

const taken = new Set([
  ...[...filesIn(SOURCE, ".ts"), ...filesIn(TESTS, ".ts")].flatMap((file) =>
    takenNames(readFileSync(file, "utf8"), dirname(file)),
  ),
  // The grammar is compiled into this folder, so its imports are relative to it.
  ...filesIn(GRAMMAR, ".ne").flatMap((file) =>
    takenNames(readFileSync(file, "utf8"), resolve(SOURCE, "syntax/generated")),
  ),
]);
const exported = sourceFiles().flatMap(exportedValues);

test("exports and imports are found", () => {
  expect(exported.length).toBeGreaterThan(500);
  expect(taken.size).toBeGreaterThan(500);
});

test("every exported value is imported by another source or test file", () => {
  expect(exported.filter((name) => !taken.has(name))).toEqual([]);
});
