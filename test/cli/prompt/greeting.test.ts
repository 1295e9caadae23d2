import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runRepl } from "../../../src/cli/commands/repl.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-greeting-"));
  writeFileSync(join(folder, "a.yaml"), "entities: [{ name: Ida, type: Person }]\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The text on the terminal of a user who leaves at once. */
async function greeting(data: readonly string[]): Promise<string> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stdout = Object.assign(new PassThrough(), { isTTY: true });
  let seen = "";
  stdout.on("data", (text) => {
    seen += text;
  });
  stdin.end(":quit\r");
  const environment = { HEARSAY_HISTORY: join(folder, "history") };
  await runRepl({ data }, { stdin, stdout, stderr: stdout, environment });
  return seen;
}

test("suggests the first query for the shipped annotations, and for no others", async () => {
  expect(await greeting([])).toContain('Try  ("Xi")-[r:MEETS]-(p)');
  const greeted = await greeting([folder]);
  expect(greeted).toContain("Type :schema or :help");
  expect(greeted).not.toContain("Xi");
});
