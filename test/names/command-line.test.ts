import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "graphology-gexf/node/index.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { hearsay } from "../cli/run-command-line.ts";
import { checkThatObjectsStayClean, INHERITED } from "./inherited-names.ts";

checkThatObjectsStayClean();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-names-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  return path;
}

test("import, query, write, export and view of a graph in which every id is a member of all objects", async () => {
  const quoted = INHERITED.map((name) => `\`${name}\``);
  const nodes = file("nodes.csv", [
    `:ID,:LABEL,${INHERITED.join(",")}`,
    ...INHERITED.map((name) => [name, name, ...INHERITED].join(",")),
  ]);
  const relationships = file("relationships.jsonl", [
    ...INHERITED.map((name, at) =>
      JSON.stringify({
        type: "relationship",
        id: name,
        label: name,
        start: name,
        end: INHERITED[(at + 1) % INHERITED.length],
        properties: Object.fromEntries(INHERITED.map((key) => [key, key])),
      }),
    ),
  ]);
  const saved = join(folder, "saved");
  const imported = await hearsay(["import", "--nodes", nodes, "--relationships", relationships, "-o", saved]);
  expect(imported).toMatchObject({ code: 0 });

  const query = `MATCH (n)-[r]->(m) WHERE n[$\`__proto__\`] = $constructor RETURN id(n) AS \`__proto__\`, type(r) AS constructor, id(m) AS m ORDER BY id(n)`;
  const queryCommand = ["query", "--graph", saved, "-p", "__proto__=toString", "-p", "constructor=toString"];
  const json = await hearsay([...queryCommand, "-c", query, "--format", "json"]);
  expect(json).toMatchObject({ code: 0, stderr: "" });
  const rows = INHERITED.map((name, at) => [name, name, INHERITED[(at + 1) % INHERITED.length]]);
  expect(new Set(JSON.parse(json.stdout).rows.map(String))).toEqual(new Set(rows.map(String)));
  for (const format of ["table", "markdown"]) {
    const answer = await hearsay([...queryCommand, "-c", query, "--format", format]);
    expect(answer).toMatchObject({ code: 0 });
    for (const name of INHERITED) expect(answer.stdout.replaceAll("\\", "")).toContain(name);
  }

  const writes = `MATCH (n) SET ${quoted.map((name) => `n.${name} = 1`).join(", ")} WITH n MERGE (n)-[:X]->(n) RETURN sum(n.\`__proto__\`), sum(n.constructor)`;
  const written = await hearsay(["query", "--graph", saved, "-c", writes, "--format", "csv"]);
  expect(written.stdout).toContain("\n12,12\r\n");

  const gexf = join(folder, "out.gexf");
  const whole = "MATCH (n)-[r]->(m) RETURN n, r, m";
  expect(await hearsay(["export", "--graph", saved, "-c", whole, "-o", gexf])).toMatchObject({ code: 0 });
  const read = parse(MultiDirectedGraph, readFileSync(gexf, "utf8"), { respectInputGraphType: true });
  const ids = new Engine(read as MultiDirectedGraph).run("MATCH (n)-[r]->(m) RETURN id(n), id(r), id(m)");
  expect(new Set(ids.rows.map(String))).toEqual(new Set(rows.map(String)));

  const page = join(folder, "page.html");
  expect(await hearsay(["view", "--graph", saved, "--html", page])).toMatchObject({ code: 0 });
}, 120_000);
