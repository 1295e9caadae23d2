import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { hearsay } from "../cli/run-command-line.ts";
import { ROOT, readDocument, section, tableRows } from "../readme/documents.ts";

const text = readDocument("examples/commands.md");

/** Names of the commands, as `hearsay --help` lists them. */
const { stdout: help } = await hearsay(["--help"]);
const names = [...help.matchAll(/^ {2}(\w+) \[options\]/gm)].map(([, name = ""]) => name);

test("the commands are found", () => {
  expect(names).toEqual(expect.arrayContaining(["repl", "query", "fmt"]));
});

test("the table lists the commands, and no others", () => {
  const listed = tableRows(text.slice(0, text.indexOf("\n## "))).map(
    ([first = ""]) => /^\[`hearsay (\w+)`\]/.exec(first)?.[1],
  );
  expect(listed.filter((name) => name !== undefined).sort()).toEqual([...names].sort());
});

describe.each(names)("hearsay %s", (name) => {
  test("has a section with its options, and no others", async () => {
    const { stdout } = await hearsay([name, "--help"]);
    const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option);
    const rows = tableRows(section(text, `\`hearsay ${name}\``) ?? "");
    const documented = rows.map(([first = ""]) => /`(--[\w-]+)/.exec(first)?.[1]).filter(Boolean);
    expect(documented.sort()).toEqual(options.filter((option) => option !== "--help").sort());
  });
});

test("every command of the prompt is documented, and no others", async () => {
  const { stdout } = await hearsay([], ":help\n");
  const commands = [...stdout.matchAll(/^ {2}(:\w+)/gm)].map(([, command]) => command);
  const rows = tableRows(section(text, "`hearsay repl`") ?? "");
  const documented = rows.map(([first = ""]) => /`(:\w+)/.exec(first)?.[1]).filter(Boolean);
  expect(commands).toContain(":why");
  expect(documented.sort()).toEqual(commands.sort());
});

test("every example query is listed with the recipes", () => {
  const listed = tableRows(readDocument("examples/README.md")).map(
    ([, file = ""]) => /\(([\w-]+\.cypher)\)/.exec(file)?.[1],
  );
  const queries = readdirSync(resolve(ROOT, "examples")).filter((file) => file.endsWith(".cypher"));
  expect(listed.filter((file) => file !== undefined).sort()).toEqual(queries.sort());
});
