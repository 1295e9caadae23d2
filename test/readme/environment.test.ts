import { expect, test } from "vitest";
import { readSource, sourceFiles } from "../structure/imports.ts";
import { readDocument, section } from "./documents.ts";

const environment = section(readDocument("examples/commands.md"), "Environment") ?? "";

/** Variables of the system, which the manual does not explain. */
const SYSTEM = ["HOME", "TERM"];

test("every environment variable that Hearsay reads is documented", () => {
  const read = sourceFiles().flatMap((file) =>
    [...readSource(file).matchAll(/environment\["(\w+)"\]/g)].map(([, name = ""]) => name),
  );
  const own = [...new Set(read)].filter((name) => !SYSTEM.includes(name)).sort();
  expect(own).toContain("HEARSAY_HISTORY");
  expect(own.filter((name) => !environment.includes(name))).toEqual([]);
});
