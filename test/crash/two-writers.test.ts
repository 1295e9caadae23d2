/** Two processes write the same target: one is paused before each of its operations while the other does all of its. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addToHistory, HISTORY_SIZE, readHistory, trimHistory } from "../../src/cli/prompt/history.ts";
import { openGraph } from "../../src/files/open-graph.ts";
import { saveGraph } from "../../src/files/save-graph.ts";
import { importGraphText } from "../../src/import/import-graph.ts";
import { OtherWriter } from "./other-writer.ts";

let base: string;
let other: OtherWriter;
const NAMES = ["old", "mine", "theirs"] as const;
const GRAPH = ["manifest.json", "nodes.arrow", "relationships.arrow"];

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "hearsay-two-"));
  other = new OtherWriter();
  for (const [index, name] of NAMES.entries()) {
    const rows = Array.from({ length: 10 * (index + 1) }, (_, row) => `${name}${row}\n`).join("");
    const columns = await importGraphText({
      nodes: [{ name: "nodes.csv", chunks: [`id:ID\n${rows}`] }],
      relationships: [{ name: "c.csv", chunks: [`:START_ID,:TYPE,:END_ID\n${name}0,${name},${name}1\n`] }],
    });
    await saveGraph(columns, join(base, name));
  }
});
afterAll(async () => {
  await other.end();
  rmSync(base, { recursive: true });
});

let folder: string;
let number = 0;
beforeEach(() => {
  number++;
});
function freshFolder(at: number): string {
  folder = join(base, `${number}-${at}`);
  return folder;
}

/** Name of the graph saved in a folder; throws if it is a mix of two. */
async function savedIn(path: string): Promise<string> {
  const { nodes, relationships } = await openGraph(path);
  const name = relationships.typeNames[0] ?? "";
  expect(Array.from({ length: nodes.count }, (_, node) => nodes.keys.keyOf(node))).toEqual(
    Array.from({ length: nodes.count }, (_, row) => `${name}${row}`),
  );
  return name;
}

describe("two graphs saved at the same time", () => {
  test("the one completed last is there, complete, and nothing else", async () => {
    const mine = await openGraph(join(base, "mine"));
    const winners: string[] = [];
    for (let at = 1; ; at++) {
      const path = freshFolder(at);
      cpSync(join(base, "old"), path, { recursive: true });
      const task = { task: "save", from: join(base, "theirs"), path } as const;
      const isHeld = await other.run(task, at, async () => {
        expect(["old", "theirs"]).toContain(await savedIn(path));
        await saveGraph(mine, path);
        expect(await savedIn(path)).toBe("mine");
      });
      expect(readdirSync(path).sort()).toEqual(GRAPH);
      if (!isHeld) break;
      winners.push(await savedIn(path));
    }
    // "theirs" while its manifest comes last, then "mine".
    expect(winners.join(" ")).toMatch(/^(theirs ){8,}(mine ?){4,}$/);
  });

  test("a reader never sees an incomplete graph", async () => {
    const path = freshFolder(0);
    cpSync(join(base, "old"), path, { recursive: true });
    const seen = new Set<string>();
    let isSaving = true;
    const reading = (async () => {
      while (isSaving) seen.add(await savedIn(path));
    })();
    const mine = await openGraph(join(base, "mine"));
    for (let round = 0; round < 20; round++) {
      await Promise.all([
        other.run({ task: "save", from: join(base, "theirs"), path }, 0, async () => {}),
        saveGraph(mine, path),
      ]);
    }
    isSaving = false;
    await reading;
    expect([...seen].sort()).toEqual(expect.arrayContaining(["mine", "theirs"]));
    expect(readdirSync(path).sort()).toEqual(GRAPH);
  });
});

describe("two sessions that share one history", () => {
  const long = Array.from({ length: 1500 }, (_, line) => `RETURN ${line}`);

  test.each(["trim", "append"] as const)(
    "neither loses a line of the other: one is paused during %s",
    async (task) => {
      let held = 0;
      for (let at = 1; ; at++) {
        const path = join(freshFolder(at), "history");
        mkdirSync(folder);
        writeFileSync(path, `${long.join("\n")}\n`);
        const isHeld = await other.run({ task, path, line: "theirs" }, at, async () => {
          addToHistory(path, "mine");
          await trimHistory(path);
          addToHistory(path, "mine as well");
        });
        if (!isHeld) break;
        held++;
        const lines = readHistory(path);
        expect(lines).toContain("mine");
        expect(lines).toContain("mine as well");
        if (task === "append") expect(lines).toContain("theirs");
        const older = lines.filter((line) => line.startsWith("RETURN"));
        expect(older).toEqual([...long].reverse().slice(0, older.length));
        expect(older.length).toBeGreaterThanOrEqual(HISTORY_SIZE - 3);
        expect(readdirSync(folder)).toEqual(["history"]);
      }
      expect(held).toBeGreaterThan(task === "trim" ? 3 : 0);
      expect(readFileSync(join(folder, "history"), "utf8").split("\n").length).toBeGreaterThan(HISTORY_SIZE);
    },
  );
});
