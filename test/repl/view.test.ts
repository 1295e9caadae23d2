import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runView, startViewer } from "../../src/repl/commands/view.ts";
import { inventedGraph } from "../viewer/invented-graph.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hearsay-view-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a command wrote. */
function streams() {
  const written = { stdout: "", stderr: "" };
  const into = (name: "stdout" | "stderr") => ({
    write(text: string) {
      written[name] += text;
    },
  });
  return { written, stdout: into("stdout"), stderr: into("stderr") };
}

describe("runView", () => {
  it("prints the address alone on stdout, serves the graph, and ends with the signal", async () => {
    const { written, stdout, stderr } = streams();
    const end = new AbortController();
    const running = runView(inventedGraph(), { port: 0 }, { stdout, stderr, signal: end.signal });
    await expect.poll(() => written.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    const url = written.stdout.trim();
    expect(await (await fetch(url)).text()).toContain("Carla Ib");
    expect(written.stderr).toMatch(/Ctrl-C/);
    end.abort();
    await running;
    await expect(fetch(url)).rejects.toThrow();
  });

  it("writes one page that holds all it needs, over an older one too", async () => {
    const file = join(folder, "graph.html");
    await writeFile(file, "older");
    const { written, stdout, stderr } = streams();
    await runView(inventedGraph(), { html: file, title: "Ester" }, { stdout, stderr });
    expect(written).toEqual({ stdout: `${file}\n`, stderr: "" });
    const html = await readFile(file, "utf8");
    expect(html).toContain('"title":"Ester"');
    expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="(?!data:)/);
    expect(await readdir(folder)).toEqual(["graph.html"]);
  });

  it("leaves nothing behind when the file cannot be written", async () => {
    const { stdout, stderr } = streams();
    const file = join(folder, "missing", "graph.html");
    await expect(runView(inventedGraph(), { html: file }, { stdout, stderr })).rejects.toThrow(/missing/);
    await expect(runView(inventedGraph(), { html: folder }, { stdout, stderr })).rejects.toThrow();
    expect(
      (await readdir(tmpdir())).filter((name) => name.includes("hearsay-view-") && name.endsWith(".tmp")),
    ).toEqual([]);
  });
});

it("startViewer serves the graph as it was, with a query to begin with", async () => {
  const graph = inventedGraph();
  const viewer = await startViewer(graph, { port: 0, query: "RETURN 1" });
  graph.clear();
  const page = await (await fetch(viewer.url)).text();
  await viewer.close();
  expect(viewer.opened).toBe(false);
  expect(page).toContain('"query":"RETURN 1"');
  expect(page).toContain("Arms for the south");
});
