import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hearsay } from "../cli/run-command-line.ts";
import { sample } from "../random-runs.ts";
import { flipBytes } from "./flip-bytes.ts";
import { saveSmallGraph } from "./small-saved-graph.ts";

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-flipped-"));
  await saveSmallGraph(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a saved graph with one changed byte", () => {
  test("is reported or opens as the same graph, for bytes of every file", async () => {
    const lengths = readdirSync(folder).map((name) => readFileSync(join(folder, name)).length);
    const positions = new Set(sample([...Array(Math.max(...lengths)).keys()]));
    const changes = lengths.reduce(
      (sum, length) => sum + [...positions].filter((at) => at < length).length,
      0,
    );
    const masksOf = (position: number) => (positions.has(position) ? [1 << (position % 8)] : []);
    const { opened, reported, violations } = await flipBytes(folder, masksOf);
    expect(violations).toEqual([]);
    const faults = [...reported.values()].reduce((sum, count) => sum + count, 0);
    expect(opened + faults).toBe(changes);
    // Only changes to blanks of the manifest are harmless.
    expect(opened).toBeLessThan(100);
    expect([...reported.keys()].sort()).toEqual(["bad-manifest", "changed-file"]);
  }, 600_000);

  test.each(["manifest.json", "nodes.arrow", "relationships.arrow"])(
    "is reported by the program without a stack trace: %s",
    async (name) => {
      const path = join(folder, name);
      const bytes = readFileSync(path);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      const { code, stdout, stderr } = await hearsay(["query", "--graph", folder, "-c", "RETURN 1"]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(
        /^\S+:1:1: error: .*\[(changed-file|bad-manifest)\]\n {3}import the graph again\n$/,
      );
    },
  );
});
