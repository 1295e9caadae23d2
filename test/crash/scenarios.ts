import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openGraph } from "../../src/files/open-graph.ts";

/** A command that writes into a folder and reads its input from the folder `data`. */
export interface Scenario {
  readonly name: string;
  /** Creates the old state; `data` was made by {@link writeData}. */
  prepare(folder: string, data: string): void;
  /** The script and its arguments. */
  readonly command: (folder: string, data: string) => readonly string[];
  /** Whether the folder is in the state before or after the command; throws if it is in neither. */
  state(folder: string): Promise<"old" | "new">;
  /** Names in the folder after the command has run. */
  readonly left: readonly string[];
  /** Whether the command refuses to overwrite its own output. */
  readonly isOnce?: boolean;
}

const HASH = "0".repeat(64);
const CLAIMS = `article: { id: a, title: Talks, publisher: The Ester, published: 2027-06-03, file: a.txt, sha256: ${HASH}, length: 20 }
claims:
  - { id: 1, triple: Norland MEETS Sudavia, gist: They talk., passage: { start: 0, end: 9, sha256: ${HASH} } }
entities:
  - { name: The Ester, type: Publisher }
  - { name: Norland, type: Country }
  - { name: Sudavia, type: Country }
`;

/** Makes the files that the commands read. */
export function writeData(folder: string): string {
  const data = join(folder, "data");
  mkdirSync(data);
  const people = Array.from({ length: 200 }, (_, row) => `p${row},Person,Person ${row}\n`).join("");
  const claims = Array.from(
    { length: 500 },
    (_, row) => `p${row % 200},KNOWS,p${(row * 7) % 200},${row}\n`,
  ).join("");
  writeFileSync(join(data, "nodes.csv"), `id:ID,:LABEL,name\n${people}`);
  writeFileSync(join(data, "claims.csv"), `:START_ID,:TYPE,:END_ID,row:int\n${claims}`);
  writeFileSync(join(data, "old.csv"), "id:ID,:LABEL,name\nold,Person,Old\n");
  writeFileSync(join(data, "text.txt"), "Harbour talks begin\n\nNorland and Sudavia met in Port Maria.\n");
  return data;
}

const program = join(process.cwd(), "dist/cli/main.js");
const graphs = (data: string) => ({ old: join(data, "old-graph"), whole: join(data, "graph") });

/** Makes the graphs that the commands read, with the program itself. */
export function importData(data: string): void {
  const { old, whole } = graphs(data);
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [program, "import", ...args], { stdio: "ignore" });
  run("--nodes", join(data, "old.csv"), "-o", old);
  run("--nodes", join(data, "nodes.csv"), "--relationships", join(data, "claims.csv"), "-o", whole);
}

const OLD = "what was there before\n";
const GRAPH = ["manifest.json", "nodes.arrow", "relationships.arrow"];

async function graphState(folder: string): Promise<"old" | "new"> {
  if (!existsSync(join(folder, "g"))) return "old";
  if (readdirSync(join(folder, "g")).every((name) => !GRAPH.includes(name))) return "old";
  const { nodes, relationships } = await openGraph(join(folder, "g"));
  const found = `${nodes.count} nodes, ${relationships.count} relationships`;
  if (found === "1 nodes, 0 relationships") return "old";
  if (found === "200 nodes, 500 relationships") return "new";
  throw new Error(found);
}

/** The state of a file whose new content begins and ends with these texts. */
function fileState(path: string, start: string, end: string, before: string | undefined): "old" | "new" {
  if (!existsSync(path)) {
    if (before === undefined) return "old";
    throw new Error(`${path} is gone`);
  }
  const text = readFileSync(path, "utf8");
  if (text === before) return "old";
  if (text.startsWith(start) && text.trimEnd().endsWith(end)) return "new";
  throw new Error(`${path} is half: ${text.length} characters`);
}

const importing = {
  command: (folder: string, data: string) => [
    ...[program, "import", "--nodes", join(data, "nodes.csv"), "--relationships", join(data, "claims.csv")],
    ...["-o", join(folder, "g")],
  ],
  state: graphState,
  left: ["g", ...GRAPH.map((name) => join("g", name))],
};

const exporting = (file: string) => (folder: string, data: string) => [
  ...[program, "export", "--graph", graphs(data).whole, "-c", "MATCH (n)-[r]->(m) RETURN r"],
  ...["-o", join(folder, file)],
];

export const SCENARIOS: readonly Scenario[] = [
  {
    name: "import -o over a graph",
    ...importing,
    prepare: (folder, data) => copyGraph(graphs(data).old, join(folder, "g")),
  },
  { name: "import -o into a new folder", ...importing, prepare: () => {} },
  {
    name: "export --format arrow over a graph",
    prepare: (folder, data) => copyGraph(graphs(data).old, join(folder, "g")),
    command: (folder, data) => [
      ...[
        program,
        "export",
        "--graph",
        graphs(data).whole,
        "-c",
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r",
      ],
      ...["--format", "arrow", "-o", join(folder, "g")],
    ],
    state: graphState,
    left: importing.left,
  },
  {
    name: "export -o over a file",
    prepare: (folder) => writeFileSync(join(folder, "x.gexf"), OLD),
    command: exporting("x.gexf"),
    state: async (folder) => fileState(join(folder, "x.gexf"), "<?xml", "</gexf>", OLD),
    left: ["x.gexf"],
  },
  {
    name: "export -o behind a link",
    prepare: (folder) => {
      writeFileSync(join(folder, "x.gexf"), OLD);
      symlinkSync("x.gexf", join(folder, "link"));
    },
    command: exporting("link"),
    state: async (folder) => fileState(join(folder, "x.gexf"), "<?xml", "</gexf>", OLD),
    left: ["link", "x.gexf"],
  },
  {
    name: "view --html into a new file",
    prepare: () => {},
    command: (folder, data) => [
      program,
      "view",
      "--graph",
      graphs(data).old,
      "--html",
      join(folder, "x.html"),
    ],
    state: async (folder) => fileState(join(folder, "x.html"), "<!", "</html>", undefined),
    left: ["x.html"],
  },
  {
    name: "view --html over a file",
    prepare: (folder) => writeFileSync(join(folder, "x.html"), OLD),
    command: (folder, data) => [
      program,
      "view",
      "--graph",
      graphs(data).old,
      "--html",
      join(folder, "x.html"),
    ],
    state: async (folder) => fileState(join(folder, "x.html"), "<!", "</html>", OLD),
    left: ["x.html"],
  },
  {
    name: "fmt",
    prepare: (folder) => writeFileSync(join(folder, "a.yaml"), CLAIMS),
    command: (folder) => [program, "fmt", join(folder, "a.yaml")],
    state: async (folder) => fileState(join(folder, "a.yaml"), "article:", "type: Country }", CLAIMS),
    left: ["a.yaml"],
  },
  {
    name: "annotate",
    prepare: () => {},
    command: (folder, data) => [
      ...[
        program,
        "annotate",
        join(data, "text.txt"),
        "--title",
        "Harbour talks begin",
        "--outlet",
        "The Ester",
      ],
      ...[
        "--date",
        "2027-06-03",
        "--author",
        "Jo Doe",
        "--url",
        "https://example.org/",
        "-o",
        join(folder, "a.yaml"),
      ],
    ],
    state: async (folder) => fileState(join(folder, "a.yaml"), "article:", "type: Journalist }", undefined),
    left: ["a.yaml"],
    isOnce: true,
  },
  {
    name: "the history of a prompt",
    prepare: (folder) => writeFileSync(join(folder, "history"), LONG_HISTORY),
    command: (folder) => [
      join(process.cwd(), "test/crash/history-session.mjs"),
      process.cwd(),
      join(folder, "history"),
    ],
    state: async (folder) => historyState(readFileSync(join(folder, "history"), "utf8")),
    left: ["history"],
  },
];

const LONG_HISTORY = Array.from({ length: 1500 }, (_, line) => `RETURN ${line}\n`).join("");

/** The state of the history. A killed process may have written half of the new line; all old lines must be there. */
function historyState(text: string): "old" | "new" {
  const lines = text.split("\n").filter((line) => line !== "");
  const old = lines.filter((line) => /^RETURN \d/.test(line));
  const kept = old.map((line) => `${line}\n`).join("");
  if (old.length < 998 || !LONG_HISTORY.endsWith(kept))
    throw new Error(`the history has lost lines: ${old.length} are left`);
  return lines.at(-1) === "RETURN 'new'" ? "new" : "old";
}

function copyGraph(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) writeFileSync(join(to, name), readFileSync(join(from, name)));
}
