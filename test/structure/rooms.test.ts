import { describe, expect, test } from "vitest";
import { importsOf, readSource, roomOf, sourceFiles } from "./imports.ts";
import { roomTable } from "./room-table.ts";

/** The rooms that each room may import: the table in src/README.md. */
const MAY_IMPORT: ReadonlyMap<string, readonly string[]> = roomTable(readSource("README.md"));

/** Packages that only these rooms may import. */
const KNOWN_TO: Readonly<Record<string, readonly string[]>> = {
  nearley: ["syntax"],
  moo: ["syntax"],
  graphology: ["graph", "viewer"],
  sigma: ["viewer"],
  yaml: ["annotations"],
  edtf: ["annotations"],
  "temporal-polyfill": ["values"],
  "graphology-gexf": ["output"],
  "@uwdata/flechette": ["arrow"],
  commander: ["cli"],
  "node:": ["cli", "files"],
};

const files = sourceFiles();
const imports = files.flatMap(importsOf);

test("sources and imports are found", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(300);
});

test("every room is in the table", () => {
  expect([...new Set(files.map(roomOf))].sort()).toEqual([...MAY_IMPORT.keys()].sort());
});

test("imports between rooms are allowed by the table", () => {
  const forbidden = imports
    .filter(({ isPackage, from, to }) => !isPackage && roomOf(from) !== roomOf(to))
    .filter(({ from, to }) => !MAY_IMPORT.get(roomOf(from))?.includes(roomOf(to)))
    .map(({ from, to }) => `${from} -> ${to}`);
  expect(forbidden).toEqual([]);
});

test("packages are imported only by their rooms", () => {
  const forbidden = imports
    .filter(
      ({ isPackage, to, from }) =>
        isPackage && KNOWN_TO[to] !== undefined && !KNOWN_TO[to].includes(roomOf(from)),
    )
    .map(({ from, to }) => `${from} -> ${to}`);
  expect(forbidden).toEqual([]);
});

test("only the room `files` writes to disk", () => {
  const changing =
    /^(write|append|rename|rm|unlink|link|symlink|mkdir|copy|cp|truncate|chmod|chown|createWrite|utimes)/;
  const writers = files
    .filter((file) => roomOf(file) !== "files")
    .flatMap((file) =>
      [...readSource(file).matchAll(/import \{([^}]*)\} from "node:fs(?:\/promises)?"/g)].flatMap(
        ([, names = ""]) => names.split(",").map((name) => ({ file, name: name.trim() })),
      ),
    )
    .filter(({ name }) => changing.test(name))
    .map(({ file, name }) => `${file}: ${name}`);
  expect(writers).toEqual([]);
});

test("only one file imports the compiled grammar", () => {
  const importers = imports.filter(({ to }) => to.startsWith("syntax/generated/")).map(({ from }) => from);
  expect(importers).toEqual(["syntax/parse.ts"]);
});

test("there are no import cycles", () => {
  expect(findCycle()).toEqual([]);
});

test("no file inside a room only re-exports", () => {
  const barrels = files
    .filter((file) => file.includes("/"))
    .filter((file) => {
      const code = readSource(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      const rest = code.replace(/export\s+(type\s+)?(\*|\{[^}]*\})\s*from\s*"[^"]*";?/g, "").trim();
      return code.includes(" from ") && rest === "" && file !== "graph/graphology.ts";
    });
  expect(barrels).toEqual([]);
});

describe("conventions", () => {
  test("there are no default exports", () => {
    expect(files.filter((file) => /^export default\b/m.test(readSource(file)))).toEqual([]);
  });

  // The kinds of a tree refer to each other and form one union of plain records, so they are in one file.
  const trees = ["syntax/ast.ts", "semantics/bound-tree.ts"];

  test("no handwritten file is longer than 400 lines, except the two trees", () => {
    const long = files.filter(
      (file) =>
        !file.includes("/generated/") && !trees.includes(file) && readSource(file).split("\n").length > 400,
    );
    expect(long).toEqual([]);
  });
});

/** The files of one import cycle, including type imports; empty if there is none. */
function findCycle(): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to, isPackage } of imports) {
    if (!isPackage) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (finished.has(file)) return [];
    const at = path.indexOf(file);
    if (at !== -1) return [...path.slice(at), file];
    path.push(file);
    for (const target of targets.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    finished.add(file);
    return [];
  };
  for (const file of files) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
