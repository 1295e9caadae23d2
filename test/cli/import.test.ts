import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { barText, progressBar } from "../../src/cli/progress-bar.ts";
import { Engine } from "../../src/engine.ts";
import { importGraph } from "../../src/files/import-files.ts";
import { openGraph } from "../../src/files/open-graph.ts";
import { saveGraph } from "../../src/files/save-graph.ts";
import { plainGraph } from "../graph/arbitrary-columns.ts";
import { hearsay } from "./run-command-line.ts";

const PEOPLE = "id:ID,:LABEL,name,aliases:string[],born:int\nxi,Person,Xi Jinping,Xi,1953\n";
const PLACES = "id:ID,:LABEL,name\nmoscow,City,Moscow\n";
const CLAIMS = `:START_ID,:TYPE,:END_ID,article,said:date,confidence:float
xi,VISITS,moscow,000,2025-05-07,1
xi,VISITS,moscow,001,2025-05-08,0.5
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-import-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file in the test's folder. */
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A graph that `hearsay import` saved. */
async function imported(): Promise<string> {
  const output = join(folder, "graph");
  const files = ["--nodes", file("people.csv", PEOPLE), file("places.csv", PLACES)];
  const claims = ["--relationships", file("claims.csv", CLAIMS)];
  const outcome = await hearsay(["import", ...files, ...claims, "-o", output]);
  expect(outcome).toMatchObject({ code: 0, stdout: "" });
  expect(outcome.stderr).toMatch(/graph: 2 nodes, 2 relationships · [\d.]+ s\n$/);
  return output;
}

test("the evidence of a graph without articles names no article", async () => {
  const files = ["--nodes", file("people.csv", PEOPLE), file("places.csv", PLACES)];
  const claims = ["--relationships", file("claims.csv", ":START_ID,:TYPE,:END_ID\nxi,VISITS,moscow\n")];
  const graph = join(folder, "graph");
  await hearsay(["import", ...files, ...claims, "-o", graph]);
  const query = "MATCH (a)-[r]->(b) RETURN b.name";
  const { stdout } = await hearsay(["query", "--graph", graph, "-c", query, "--evidence"]);
  expect(stdout).toContain("    no source given · affirmed\n");
});

describe("hearsay import", () => {
  test("saves files as a graph that can be queried, exported and saved again", async () => {
    const graph = await imported();
    expect(readdirSync(graph).sort()).toEqual(["manifest.json", "nodes.arrow", "relationships.arrow"]);
    const query = '("Xi")-[r:VISITS]->(c:City) RETURN c.name, max(r.said) AS last, sum(r.confidence) AS sum';
    const answer = await hearsay(["query", "--graph", graph, "-c", query, "--format", "csv"]);
    expect(answer).toEqual({ code: 0, stdout: "c.name,last,sum\r\nMoscow,2025-05-08,1.5\r\n", stderr: "" });

    const one = 'MATCH (x)-[r {article: "001"}]->(y) RETURN r';
    const gexf = join(folder, "one.gexf");
    expect(await hearsay(["export", "--graph", graph, "-c", one, "-o", gexf])).toMatchObject({ code: 0 });
    expect(readFileSync(gexf, "utf8")).toContain("2025-05-08");
    const part = join(folder, "part");
    const saved = await hearsay(["export", "--graph", graph, "-c", one, "--format", "arrow", "-o", part]);
    expect(saved).toMatchObject({ code: 0, stderr: `${part}: 2 nodes, 1 relationship\n` });
    expect(
      plainGraph(await openGraph(part)).relationships.map(({ properties }) => properties["article"]),
    ).toEqual(["001"]);
  });

  test("saves annotations as well", async () => {
    const graph = join(folder, "seeds");
    expect(await hearsay(["import", "seeds", "-o", graph])).toMatchObject({ code: 0 });
    const query = "MATCH (n)-[r]->() RETURN count(DISTINCT n) > 20 AS many, count(r.when) > 20 AS dated";
    const [saved, annotated] = await Promise.all([
      hearsay(["query", "--graph", graph, "-c", query, "--format", "jsonl"]),
      hearsay(["query", "-c", query, "--format", "jsonl"]),
    ]);
    expect(saved.stdout).toBe('{"many": true, "dated": true}\n');
    expect(saved.stdout).toBe(annotated.stdout);
  });

  test("reports faults of the files, and saves nothing", async () => {
    const output = join(folder, "graph");
    const nodes = file("people.csv", "id:ID,born:int\nxi,19S3\n");
    const { code, stdout, stderr } = await hearsay(["import", "--nodes", nodes, "-o", output]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      `${nodes}:2:4: error: a whole number of 64 bits is expected, not "19S3" [bad-value]
2 | xi,19S3
  |    ^^^^
1 error in the files: nothing was imported
`,
    );
    expect(readdirSync(folder)).toEqual(["people.csv"]);
  });

  test("creates missing nodes on request", async () => {
    const claims = file("claims.csv", CLAIMS);
    const output = join(folder, "graph");
    const strict = await hearsay(["import", "--relationships", claims, "-o", output]);
    expect(strict).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no node has the key xi [unknown-node]"),
    });
    const made = await hearsay(["import", "--relationships", claims, "--create-missing-nodes", "-o", output]);
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("2 nodes, 2 relationships") });
  });

  test.each([
    [["import", "-o", "x"], "give either --nodes and --relationships, or annotations"],
    [
      ["import", "seeds", "--nodes", "x.csv", "-o", "x"],
      "give either --nodes and --relationships, or annotations",
    ],
    [["import", "--nodes", "x.csv"], "-o, --output"],
    [["query", "--graph", "x", "seeds", "-c", "RETURN 1"], "give annotations or --graph, not both"],
  ])("%j is a fault of the command line", async (args, message) => {
    expect(await hearsay(args)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(message),
    });
  });

  test("reports missing paths", async () => {
    const path = join(folder, "none.csv");
    const output = join(folder, "graph");
    const missing = await hearsay(["import", "--nodes", path, "-o", output]);
    expect(missing).toMatchObject({ code: 1, stderr: `${path}: there is no such file or folder\n` });
    const none = await hearsay(["query", "--graph", output, "-c", "RETURN 1"]);
    expect(none).toMatchObject({
      code: 1,
      stderr: `${output}: no saved graph found; make one with hearsay import\n`,
    });
  });
});

describe("a saved graph", () => {
  test("replaces the earlier one completely", async () => {
    const graph = await imported();
    const before = await openGraph(graph);
    await saveGraph(await importGraph({ nodes: join(folder, "places.csv") }), graph);
    expect(plainGraph(await openGraph(graph)).nodes).toHaveLength(1);
    expect(readdirSync(graph).sort()).toEqual(["manifest.json", "nodes.arrow", "relationships.arrow"]);
    // An open graph does not change with the files.
    expect(plainGraph(before).nodes).toHaveLength(2);
  });

  test("that is broken, or mixed with another, is reported", async () => {
    const graph = await imported();
    const other = join(folder, "other");
    await saveGraph(await openGraph(graph), other);
    writeFileSync(join(other, "nodes.arrow"), readFileSync(join(graph, "nodes.arrow")));
    const mixed = await hearsay(["query", "--graph", other, "-c", "RETURN 1"]);
    expect(mixed).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        "nodes.arrow:1:1: error: this file was changed after it was saved: its checksum is",
      ),
    });
    const { size } = statSync(join(graph, "nodes.arrow"));
    truncateSync(join(graph, "nodes.arrow"), 1000);
    const cut = await hearsay(["query", "--graph", graph, "-c", "RETURN 1"]);
    expect(cut).toMatchObject({ code: 1, stdout: "" });
    expect(cut.stderr).toBe(
      `${join(graph, "nodes.arrow")}:1:1: error: this file was changed after it was saved: it has 1000 bytes, but manifest.json says ${size} [changed-file]
   import the graph again
`,
    );
    rmSync(join(graph, "nodes.arrow"));
    const gone = await hearsay(["query", "--graph", graph, "-c", "RETURN 1"]);
    expect(gone.stderr).toContain(
      "this file is missing, but manifest.json says that it was saved [changed-file]",
    );
  });

  test("without a manifest is reported", async () => {
    const graph = await imported();
    rmSync(join(graph, "manifest.json"));
    expect(await hearsay(["query", "--graph", graph, "-c", "RETURN 1"])).toEqual({
      code: 1,
      stdout: "",
      stderr: `${join(graph, "manifest.json")}:1:1: error: this file is missing, so the graph's files cannot be checked [no-manifest]
   an older version of Hearsay may have saved it: import the graph again
`,
    });
    // Importing again, as the hint says, repairs it.
    expect(await hearsay(["query", "--graph", await imported(), "-c", "RETURN 1"])).toMatchObject({
      code: 0,
    });
  });

  test("can be changed once it is open, and saved again", async () => {
    const graph = await imported();
    const engine = new Engine(await openGraph(graph));
    engine.run(
      "MATCH (n:City) SET n.born = 1147, n.note = 'old' CREATE (n)-[:IN]->(:Country {name: 'Russia'})",
    );
    expect(engine.columns).toBeUndefined();
    const { columnsOfGraph } = await import("../../src/graph/columns-of-graph.ts");
    await saveGraph(columnsOfGraph(engine.graph), graph);
    const answer = new Engine(await openGraph(graph)).run(
      "MATCH (n:City)-[:IN]->(c) RETURN n.born, n.note, c.name",
    );
    expect(answer.rows).toEqual([[1147, "old", "Russia"]]);
  });

  test("is described at the prompt without its graphology form", async () => {
    const graph = await imported();
    const { stdout } = await hearsay(["--graph", graph], ":schema\n");
    expect(stdout).toBe(`Labels
  City    1
  Person  1
Relationship types
  VISITS  2
Properties of nodes
  id 2, name 2, aliases 1, born 1
Properties of relationships
  article 2, confidence 2, said 2
`);
  });

  test("that is too large for a page shows the subgraph of a query", async () => {
    const many = Array.from({ length: 20_001 }, (_, row) => `xi,VISITS,moscow,${row},,\n`).join("");
    mkdirSync(join(folder, "large"));
    const files = {
      nodes: [file("people.csv", PEOPLE), file("places.csv", PLACES)],
      relationships: file("claims.csv", CLAIMS + many),
    };
    await saveGraph(await importGraph(files), join(folder, "large"));
    const page = join(folder, "page.html");
    const view = (...query: string[]) =>
      hearsay(["view", "--graph", join(folder, "large"), "--html", page, ...query]);
    expect((await view()).stderr).toBe(
      "2 nodes, 20,003 relationships: a page shows at most 20,000 relationships; choose fewer with -c QUERY\n",
    );
    expect(await view("-c", "MATCH ()-[r]->() RETURN count(r)")).toMatchObject({ code: 1 });
    const one = await view("-c", 'MATCH ()-[r {article: "001"}]->() RETURN r');
    expect(one).toEqual({ code: 0, stdout: `${page}\n`, stderr: "" });
    expect(readFileSync(page, "utf8")).toContain('"article":"001"');
  });
});

describe("the progress bar", () => {
  const progress = { file: "data/claims\u001b.csv", bytes: 25e6, rows: 9, totalBytes: 76e6 };

  test("shows the file and how much of it has been read", () => {
    expect(barText(progress)).toBe("████████────────────────  32 % of 76 MB  data/claims\\u001b.csv");
    expect(barText({ ...progress, bytes: 0, totalBytes: 0 })).toMatch(/^█{24} 100 % of 1 MB/);
  });

  test("appears only on a terminal, and only after a delay", () => {
    const shown = (isTTY: boolean, times: readonly number[]) => {
      const clock = [0, ...times];
      const stderr = Object.assign(new PassThrough(), { isTTY });
      const bar = progressBar({ stderr }, () => clock.shift() ?? 0);
      for (const _ of times) bar.update(progress);
      bar.end();
      return String(stderr.read() ?? "");
    };
    expect(shown(false, [1000])).toBe("");
    expect(shown(true, [100, 200])).toBe("");
    const bar = `\r\u001b[K${barText(progress)}`;
    expect(shown(true, [100, 400, 410, 500])).toBe(`${bar}${bar}\r\u001b[K`);
  });
});
