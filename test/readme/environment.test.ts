import { expect, test } from "vitest";
import { readSource, sourceFiles } from "../structure/imports.ts";
import { readDocument, section } from "./documents.ts";

const environment = section(readDocument("examples/commands.md"), "Environment") ?? "";

/** Of the system's own, and so not ours to explain. */
const SYSTEM = ["HOME", "TERM"];

test("every variable of the environment that is read is documented", () => {
  const read = sourceFiles().flatMap((file) =>
    [...readSource(file).matchAll(/environment\["(\w+)"\]/g)].map(([, name = ""]) => name),
  );
  const own = [...new Set(read)].filter((name) => !SYSTEM.includes(name)).sort();
  expect(own).toContain("HEARSAY_HISTORY");
  expect(own.filter((name) => !environment.includes(name))).toEqual([]);
});
