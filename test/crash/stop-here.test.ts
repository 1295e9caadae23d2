/** Stops functions that write files before each of their file operations; `npm run crash` kills whole processes. */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addToHistory, HISTORY_SIZE, readHistory, trimHistory } from "../../src/cli/prompt/history.ts";
import { FileError } from "../../src/files/file-error.ts";
import { openGraph } from "../../src/files/open-graph.ts";
import { saveGraph } from "../../src/files/save-graph.ts";
import { writeFileSafely, writeNewFile } from "../../src/files/write-file.ts";
import type { GraphColumns } from "../../src/graph/graph-columns.ts";
import { importGraphText } from "../../src/import/import-graph.ts";
import { asNextProcess, failingAt, killedAt, operationsOf } from "./stop-here.ts";

/** A write into a folder, to be interrupted. */
interface Writing {
  readonly name: string;
  /** Creates the old state. */
  prepare(folder: string): Promise<void>;
  write(folder: string): Promise<void>;
  /** Whether the folder is in the old or the new state; throws if it is in neither. */
  state(folder: string): Promise<"old" | "new">;
  /** Names in the folder at the end. */
  readonly left: readonly string[];
  /** Whether writing again is refused because the file exists. */
  readonly isNew?: boolean;
}

const OLD = "old\n".repeat(1000);
const NEW = "new content\n".repeat(1000);
const graphs = new Map<"old" | "new", GraphColumns>();
const graph = (age: "old" | "new") => graphs.get(age) as GraphColumns;
const lines = (count: number) => Array.from({ length: count }, (_, i) => `RETURN ${i}`);

beforeAll(async () => {
  for (const [age, count] of [
    ["old", 20],
    ["new", 30],
  ] as const) {
    const rows = Array.from({ length: count }, (_, i) => `${age}${i},Person\n`).join("");
    const claims = Array.from({ length: count }, (_, i) => `${age}${i},KNOWS,${age}0,${age}\n`).join("");
    graphs.set(
      age,
      await importGraphText({
        nodes: [{ name: "nodes.csv", chunks: [`id:ID,:LABEL\n${rows}`] }],
        relationships: [{ name: "claims.csv", chunks: [`:START_ID,:TYPE,:END_ID,stance\n${claims}`] }],
      }),
    );
  }
});

/** Whether a file has exactly the old or the new text. */
function stateOf(path: string): "old" | "new" {
  const text = readFileSync(path, "utf8");
  if (text === OLD) return "old";
  expect(text).toBe(NEW);
  return "new";
}

async function graphState(folder: string): Promise<"old" | "new"> {
  const { nodes, relationships } = await openGraph(folder);
  const age = nodes.keys.keyOf(0) === "old0" ? "old" : "new";
  const count = age === "old" ? 20 : 30;
  expect([nodes.count, relationships.count]).toEqual([count, count]);
  const [, stance] = relationships.properties.get("stance")?.values ?? [];
  expect(stance).toBe(age);
  return age;
}

const GRAPH = ["manifest.json", "nodes.arrow", "relationships.arrow"];

const WRITINGS: readonly Writing[] = [
  {
    name: "a file that replaces another",
    prepare: async (folder) => writeFileSync(join(folder, "a"), OLD),
    write: async (folder) => void (await writeFileSafely(join(folder, "a"), NEW)),
    state: async (folder) => stateOf(join(folder, "a")),
    left: ["a"],
  },
  {
    name: "a file behind a link",
    prepare: async (folder) => {
      writeFileSync(join(folder, "a"), OLD);
      symlinkSync("a", join(folder, "link"));
    },
    write: async (folder) => void (await writeFileSafely(join(folder, "link"), NEW)),
    state: async (folder) => {
      expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
      return stateOf(join(folder, "a"));
    },
    left: ["a", "link"],
  },
  {
    name: "a file that does not exist yet",
    prepare: async () => {},
    write: async (folder) => void (await writeFileSafely(join(folder, "a"), NEW)),
    state: async (folder) => (readdirSync(folder).includes("a") ? stateOf(join(folder, "a")) : "old"),
    left: ["a"],
  },
  {
    name: "a file that must be new",
    prepare: async () => {},
    write: (folder) => writeNewFile(join(folder, "a"), NEW),
    state: async (folder) => (readdirSync(folder).includes("a") ? stateOf(join(folder, "a")) : "old"),
    left: ["a"],
    isNew: true,
  },
  {
    name: "a graph that replaces another",
    prepare: (folder) => saveGraph(graph("old"), folder),
    write: (folder) => saveGraph(graph("new"), folder),
    state: graphState,
    left: GRAPH,
  },
  {
    name: "a graph whose files are elsewhere",
    prepare: async (folder) => {
      mkdirSync(join(folder, "disk"));
      for (const name of GRAPH) symlinkSync(join("disk", name), join(folder, name));
      await saveGraph(graph("old"), folder);
    },
    write: (folder) => saveGraph(graph("new"), folder),
    state: async (folder) => {
      for (const name of GRAPH) expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true);
      return graphState(folder);
    },
    left: ["disk", ...GRAPH.map((name) => join("disk", name)), ...GRAPH],
  },
  {
    name: "a graph in a folder that does not exist yet",
    prepare: async () => {},
    write: (folder) => saveGraph(graph("new"), join(folder, "deep", "graph")),
    state: async (folder) => {
      const place = join(folder, "deep", "graph");
      return namesIn(folder).includes(join("deep", "graph", "manifest.json")) ? graphState(place) : "old";
    },
    left: ["deep", join("deep", "graph"), ...GRAPH.map((name) => join("deep", "graph", name))],
  },
  {
    name: "a line of a history that is too long",
    prepare: async (folder) => writeFileSync(join(folder, "h"), `${lines(1500).join("\n")}\n`),
    write: async (folder) => {
      addToHistory(join(folder, "h"), "RETURN 'new'");
      await trimHistory(join(folder, "h"));
    },
    state: async (folder) => {
      const [newest, ...others] = readHistory(join(folder, "h"));
      const age = newest === "RETURN 'new'" ? "new" : "old";
      const expected = lines(1500).reverse();
      // The first half of the new line may be there, on a separate line.
      const older =
        age === "new" || newest === "RETURN"
          ? others.filter((line) => line !== "RETURN")
          : [newest, ...others];
      expect(older).toEqual(expected.slice(0, older.length));
      expect(older.length).toBeGreaterThanOrEqual(HISTORY_SIZE - 2);
      return age;
    },
    left: ["h"],
  },
];

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "hearsay-stopped-"));
});
afterEach(() => rmSync(base, { recursive: true }));

async function prepared({ prepare }: Writing, name: string): Promise<string> {
  const folder = join(base, name);
  mkdirSync(folder);
  await prepare(folder);
  return folder;
}

const namesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

describe.each(WRITINGS)("$name", (writing) => {
  test("is old or new wherever the process is killed, and the next write leaves no other files", async () => {
    const whole = await prepared(writing, "whole");
    const names = await operationsOf(() => writing.write(whole));
    expect(await writing.state(whole)).toBe("new");
    expect(namesIn(whole)).toEqual([...writing.left].sort());
    expect(names.length).toBeGreaterThan(2);
    const states = new Set<string>();
    for (const [index, name] of names.entries()) {
      for (const half of /^write/.test(name) ? [false, true] : [false]) {
        const folder = await prepared(writing, `${index}${name}${half}`);
        await killedAt(index + 1, half, () => writing.write(folder));
        const state = await writing.state(folder);
        states.add(state);
        await asNextProcess(async () => {
          const again = writing.write(folder);
          if (!writing.isNew || state === "old") await again;
          else await expect(again).rejects.toThrow("it exists already and was not changed");
        });
        expect(await writing.state(folder)).toBe("new");
        expect(namesIn(folder)).toEqual([...writing.left].sort());
      }
    }
    expect([...states].sort()).toEqual(["new", "old"]);
  });

  test.each(["ENOSPC", "EIO"])(
    "is old or new whichever operation fails with %s, and no other files are left",
    async (code) => {
      const whole = await prepared(writing, "whole");
      const names = await operationsOf(() => writing.write(whole));
      let failures = 0;
      for (const index of names.keys()) {
        const folder = await prepared(writing, String(index));
        const before = namesIn(folder);
        const error = await failingAt(index + 1, code, () => writing.write(folder));
        const state = await writing.state(folder);
        if (error !== undefined) {
          failures++;
          expect(error).toBeInstanceOf(FileError);
          expect((error as Error).message).toMatch(
            /: (no space is left on the disk|the disk reports an error); /,
          );
        }
        // If removing a file fails, nothing can be done about it.
        if (names[index] === "rm") continue;
        // Files of the saved graph that still have temporary names are allowed.
        const rest = namesIn(folder).filter((name) => !/\.(staged|new)$/.test(name) || state === "old");
        for (const name of rest) expect([...before, ...writing.left]).toContain(name);
      }
      if (writing.left.includes("h")) expect(failures).toBe(0);
      else expect(failures).toBeGreaterThan(1);
    },
  );
});
