import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runFmt } from "../../../src/cli/commands/fmt.ts";
import { readQueryFile, readQueryStream } from "../../../src/cli/read-query.ts";
import { loadAnnotations } from "../../../src/files/load-annotations.ts";
import { readTextFile } from "../../../src/files/read-text-file.ts";

const ENTITIES =
  "# What there is\nentities:\n  - { name: Ann, type: Person }\n  - { name: Bo, type: Persn }\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-line-breaks-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function oldFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text.replaceAll("\n", "\r"));
  return path;
}

test("annotations whose lines end in CR are read, and their faults are at the right lines", async () => {
  const { graph, faults } = await loadAnnotations(oldFile("old.yaml", ENTITIES));
  expect(graph.mapNodes((_, { name }) => name)).toContain("Ann");
  expect(faults).toMatchObject([{ code: "unknown-entity-type", text: ENTITIES }]);
});

test("queries whose lines end in CR are read: a comment ends at the end of its line", async () => {
  const query = "RETURN 1; // one\nRETURN 2\n";
  expect(await readQueryFile(oldFile("old.cypher", query))).toBe(query);
  expect(await readQueryStream(Readable.from([query.replaceAll("\n", "\r")]))).toBe(query);
  // A CR in a text that also has LF is kept, as in a string.
  expect(await readQueryStream(Readable.from(["RETURN '\r'\n"]))).toBe("RETURN '\r'\n");
});

test("an article's text stays unchanged, because passages are offsets in it", async () => {
  expect(await readTextFile(oldFile("old.txt", "one\ntwo\n"))).toEqual({ kind: "text", text: "one\rtwo\r" });
});

test("fmt writes annotations whose lines end in CR with LF", async () => {
  const path = oldFile("fmt.yaml", ENTITIES.replace("Persn", "Person"));
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  expect(await runFmt([path], {}, { ...streams, environment: {} })).toBe(0);
  expect(readFileSync(path, "utf8")).toMatch(/^# What there is\n\nentities:\n|^# What there is\nentities:\n/);
  expect(readFileSync(path, "utf8")).not.toContain("\r");
});
