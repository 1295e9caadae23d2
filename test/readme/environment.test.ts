import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readSource, sourceFiles } from "../structure/imports.ts";

const readme = readFileSync(resolve(import.meta.dirname, "../../README.md"), "utf8");

/** Variables of the system, which the README does not explain. */
const SYSTEM = ["HOME", "TERM"];

test("every environment variable that Hearsay reads is in the README", () => {
  const read = sourceFiles().flatMap((file) =>
    [...readSource(file).matchAll(/environment\["(\w+)"\]/g)].map(([, name = ""]) => name),
  );
  const own = [...new Set(read)].filter((name) => !SYSTEM.includes(name)).sort();
  expect(own).toContain("HEARSAY_HISTORY");
  expect(own.filter((name) => !readme.includes(name))).toEqual([]);
});
