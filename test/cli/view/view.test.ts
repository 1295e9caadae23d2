import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runView, startViewer } from "../../../src/cli/commands/view.ts";
import { printableLine } from "../../../src/diagnostics/printable-text.ts";
import { saveGraph } from "../../../src/files/save-graph.ts";
import { columnsOfGraph } from "../../../src/graph/columns-of-graph.ts";
import { inventedGraph } from "../../viewer/invented-graph.ts";

let folder: string;
let graph: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hearsay-view-"));
  graph = join(folder, "graph");
  await saveGraph(columnsOfGraph(inventedGraph()), graph);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A terminal, and the text written to it. */
function openTerminal() {
  const written = { stdout: "", stderr: "" };
  const into = (name: "stdout" | "stderr") =>
    new PassThrough().on("data", (text) => {
      written[name] += text;
    });
  const terminal = {
    stdin: new PassThrough(),
    stdout: into("stdout"),
    stderr: into("stderr"),
    environment: {},
  };
  return { written, terminal };
}

describe("runView", () => {
  it("prints the address alone on stdout, serves the graph, and ends with the signal", async () => {
    const { written, terminal } = openTerminal();
    const end = new AbortController();
    const running = runView(
      { from: { data: [], graph }, port: 0, title: "Who met whom", signal: end.signal },
      terminal,
    );
    await expect.poll(() => written.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/\n$/);
    const url = written.stdout.trim();
    const served = await (await fetch(url)).text();
    expect(served).toContain("Carla Ib");
    expect(served).toContain("Who met whom");
    expect(written.stderr).toMatch(/Ctrl-C/);
    end.abort();
    expect(await running).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it("writes one self-contained page, and overwrites an older one", async () => {
    const pages = await mkdtemp(join(folder, "pages-"));
    const html = join(pages, "gra\u202eph.html");
    await writeFile(html, "older");
    const { written, terminal } = openTerminal();
    expect(await runView({ from: { data: [], graph }, html, title: "Who met whom" }, terminal)).toBe(0);
    expect(written.stderr).toBe("");
    expect(written.stdout).toBe(`${printableLine(html)}\n`);
    expect(written.stdout).not.toContain("\u202e");
    const page = await readFile(html, "utf8");
    expect(page).toContain("Carla Ib");
    expect(page).toContain("Who met whom");
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="(?!data:)/);
    expect(await readdir(pages)).toHaveLength(1);
  });

  it("leaves nothing behind when the file cannot be written", async () => {
    const { terminal } = openTerminal();
    const from = { data: [], graph };
    const html = join(folder, "missing", "graph.html");
    await expect(runView({ from, html }, terminal)).rejects.toThrow(/missing/);
    await expect(runView({ from, html: folder }, terminal)).rejects.toThrow();
    expect(
      (await readdir(tmpdir())).filter((name) => name.includes("hearsay-view-") && name.endsWith(".tmp")),
    ).toEqual([]);
  });
});

it("startViewer serves a copy of the graph, with a query to run first", async () => {
  const graph = inventedGraph();
  const viewer = await startViewer(graph, { port: 0, query: "RETURN 1" });
  graph.clear();
  const page = await (await fetch(viewer.url)).text();
  await viewer.close();
  expect(viewer.opened).toBe(false);
  expect(page).toContain('"query":"RETURN 1"');
  expect(page).toContain("Arms for the south");
});
