import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "graphology-gexf/node/index.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { gexfFaults } from "../output/gexf-structure.ts";
import { hearsay } from "./run-command-line.ts";

const MEETINGS = '("Xi")-[r:MEETS]-(p:Person) RETURN p.name, count(DISTINCT r.article) AS articles';

let folder: string;
/** The shipped annotations as a saved graph, which opens faster. */
let seeds: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-command-line-"));
  seeds = ["--graph", join(folder, "seeds")];
  await hearsay(["import", "seeds", "-o", join(folder, "seeds")]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file in the test's folder. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The environment variables that Hearsay reads, found in its source. */
function environmentNames(): readonly string[] {
  const files = readdirSync("src/cli", { recursive: true, encoding: "utf8" }).filter((each) =>
    each.endsWith(".ts"),
  );
  const text = files.map((each) => readFileSync(join("src/cli", each), "utf8")).join("");
  const names = Array.from(text.matchAll(/environment\["(\w+)"\]/g), ([, name = ""]) => name);
  return names.filter((name) => name !== "HOME" && name !== "TERM");
}

describe("hearsay", () => {
  test("prints its version and its help", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await hearsay(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const help = await hearsay(["--help"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    const commands = ["repl", "query", "export", "view", "import", "check", "cite", "annotate", "fmt"];
    for (const command of commands) expect(help.stdout).toContain(`  ${command}`);
    for (const name of environmentNames()) expect(help.stdout).toContain(name);
  });

  test.each([
    [["query"], "no query; give one with -c QUERY, -f FILE or -"],
    [["query", "-c", "RETURN 1", "-f", "x"], "cannot be used with"],
    [["query", "-c", "RETURN 1", "-"], "more than one query"],
    [["query", "-c", "RETURN 1", "--format", "xml"], "table, json, jsonl, csv, markdown"],
    [["query", "-c", "RETURN 1", "--param", "x"], "write name=value"],
    [["query", "--qeury"], "unknown option"],
    [["qeury", "-c", "RETURN 1"], "did you mean query?"],
    [["export", "-c", "RETURN 1"], "-o, --output"],
    [["export", "-c", "RETURN 1", "--format", "arrow", "-o", "-"], "give -o FOLDER"],
    [["export", "-c", "RETURN 1", "--format", "arrow", "-o", "x", "--gexf-version", "1.2"], "cannot be used"],
    [
      ["export", "-c", "RETURN 1", "-o", "x.graphml"],
      "no graph format has the extension .graphml; known: .gexf",
    ],
    [["view", "--port", "http"], "from 0 to 65535"],
  ])("%j is a fault of the command line", async (args, message) => {
    const { code, stdout, stderr } = await hearsay(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  /** Colours, a carriage return that overwrites the line, and a character that reverses the text after it. */
  const NASTY = "\u001b[31mred\rover\u202e\u009b";

  test.each<readonly string[]>([
    [`--${NASTY}`],
    [NASTY],
    ["query", "-c", "RETURN 1", `--${NASTY}`],
    ["query", "-c", "RETURN 1", "--format", NASTY],
    ["query", "-c", "RETURN 1", "--param", NASTY],
    ["query", "-c", `RETURN 1 ${NASTY}`],
    ["query", "-f", NASTY],
    ["query", NASTY, "-c", "RETURN 1"],
    ["query", "-c", "RETURN 1", "--graph", NASTY],
    ["query", "-c", "RETURN 1", "--articles", NASTY],
    ["view", "--port", NASTY],
    ["export", "-c", "RETURN 1", "--gexf-version", NASTY, "-o", "x"],
    ["export", "-c", 'MATCH (n "Xi") RETURN n', "-o", `none/${NASTY}/x`],
    ["import", "--nodes", NASTY, "-o", "x"],
    ["annotate", NASTY],
    ["cite", NASTY, "x"],
    ["fmt", NASTY],
  ])("%j writes no control characters to the terminal", async (...args) => {
    const { code, stdout, stderr } = await hearsay(args);
    expect(code).not.toBe(0);
    expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(stderr).toContain("\\u202e");
  });

  test("nor does the name of a written file", async () => {
    const output = join(folder, NASTY);
    const nodes = file("nasty.csv", ":ID\na\n");
    const query = ["export", "-c", 'MATCH (n "Xi") RETURN n', "-o", output];
    for (const args of [
      ["import", "--nodes", nodes, "-o", output],
      [...query, "--format", "arrow"],
    ]) {
      const { code, stderr } = await hearsay(args);
      expect(code).toBe(0);
      expect(stderr).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    }
    const { stdout } = await hearsay(
      [],
      `MATCH (n "Xi") RETURN n;\n:gexf ${output.replace("\r", "")}.gexf\n`,
    );
    expect(stdout).toContain("\\u202e");
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });

  test("every command names the type of a file that is not text", async () => {
    const gzip = file("claims.csv.gz", Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0xff, 0xfe]));
    const commands = [
      ["import", "--nodes", gzip, "-o", join(folder, "never")],
      ["import", "--relationships", gzip, "-o", join(folder, "never")],
      ["query", "-f", gzip],
      ["query", gzip, "-c", "RETURN 1"],
      ["export", gzip, "-c", "RETURN 1", "-o", join(folder, "never")],
      ["view", gzip, "--html", join(folder, "never")],
      [gzip],
      ["check", gzip],
      ["annotate", gzip, "--title", "a"],
      ["cite", gzip, "a"],
      ["fmt", gzip],
    ];
    for (const args of commands) {
      const { code, stdout, stderr } = await hearsay(args);
      expect(code).toBe(1);
      expect(stdout + stderr).toMatch(
        /this is a gzip file(?:: | \[not-text\]\n {3})unpack it first \(gunzip FILE\)/,
      );
    }
    const piped = await hearsay(["query", ...seeds, "-"], readFileSync(gzip));
    expect(piped).toMatchObject({ code: 1, stderr: expect.stringContaining("this is a gzip file") });
    const graph = await hearsay(["query", "-c", "RETURN 1", "--graph", gzip]);
    expect(graph).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${gzip}: this is a file; --graph`),
    });
  });
});

describe("hearsay query", () => {
  test("queries the shipped annotations by default", async () => {
    const { code, stdout, stderr } = await hearsay(["query", "-c", MEETINGS]);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "p.name         │ articles\n───────────────┼─────────\nVladimir Putin │        5\n",
    );
    expect(stderr).toMatch(/^\d+ rows? · [\d.]+ ms\n$/);
  });

  test("reads one or more queries from a file and from standard input", async () => {
    const text = "\ufeffRETURN 1 AS a; // one\n\nRETURN 2\n  AS b;";
    const expected = { code: 0, stdout: "a\n─\n1\n\nb\n─\n2\n" };
    expect(await hearsay(["query", ...seeds, "-f", file("two.cypher", text)])).toMatchObject(expected);
    expect(await hearsay(["query", ...seeds, "-"], text)).toMatchObject(expected);
  });

  test.each([
    ["json", '{"columns": ["n", "t"], "rows": [\n[1, "a|b"]\n]}\n'],
    ["jsonl", '{"n": 1, "t": "a|b"}\n'],
    ["csv", "n,t\r\n1,a|b\r\n"],
    ["markdown", "| n | t |\n| ---: | --- |\n| 1 | a\\|b |\n"],
  ])("prints %s and nothing else", async (format, stdout) => {
    const query = "RETURN 1 AS n, 'a|b' AS t";
    expect(await hearsay(["query", ...seeds, "-c", query, "--format", format])).toEqual({
      code: 0,
      stdout,
      stderr: "",
    });
  });

  const ACCUSED =
    'MATCH ("China")-[r:SUPPLIES_WEAPONS_TO]->() WHERE r.stance = "accused" RETURN count(*) AS n';

  test("prints with --evidence the claims for each row and the claims against it", async () => {
    const { code, stdout } = await hearsay(["query", ...seeds, "-c", ACCUSED, "--evidence"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^n\n─\n1\n\nRow 1: 1\n\nChina SUPPLIES_WEAPONS_TO Russia\ncontested\n/);
    expect(stdout).toMatch(
      / {2}\+ .*\n {4}Volodymyr Zelensky · accused.*[\s\S]* {2}− .*\n {4}Government of China · denied/,
    );
  });

  test("prints evidence as JSON too, and in no other format", async () => {
    const { stdout } = await hearsay(["query", ...seeds, "-c", ACCUSED, "--evidence", "--format", "json"]);
    const { columns, rows, evidence } = JSON.parse(stdout);
    expect({ columns, rows }).toEqual({ columns: ["n"], rows: [[1]] });
    expect(evidence).toMatchObject([
      {
        groups: [
          {
            type: "SUPPLIES_WEAPONS_TO",
            contested: true,
            claims: [{ stance: "accused", claimant: { name: "Volodymyr Zelensky" } }],
            against: [{ stance: "denied", claimant: { name: "Government of China" } }],
          },
        ],
        nodes: [],
      },
    ]);
    const refused = await hearsay(["query", ...seeds, "-c", ACCUSED, "--evidence", "--format", "csv"]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("--evidence needs --format table or json, not csv");
  });

  test("prints no evidence for the lines of a plan", async () => {
    for (const mode of ["EXPLAIN", "profile"]) {
      const { code, stdout } = await hearsay(["query", ...seeds, "-c", `${mode} ${ACCUSED}`, "--evidence"]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^plan/);
      expect(stdout).not.toContain("Row 1");
    }
  });

  test("takes parameters", async () => {
    const args = ["-p", 'names=["Xi"]', "-p", "limit=1", "--param", "text=no JSON"];
    const { stdout } = await hearsay([
      "query",
      "-c",
      "RETURN $names, $limit, $text",
      "--format",
      "jsonl",
      ...args,
    ]);
    expect(JSON.parse(stdout)).toEqual({ $names: ["Xi"], $limit: 1, $text: "no JSON" });
  });

  test.each([[[]], [["--evidence"]], [["--evidence", "--format", "json"]]])(
    "prints a note on stderr for an unknown name, with %j too",
    async (options) => {
      const { code, stderr } = await hearsay([
        "query",
        ...seeds,
        "-c",
        '("Putni")-[r]-(x) RETURN x',
        ...options,
      ]);
      expect(code).toBe(0);
      expect(stderr).toContain(
        `note: nothing is named "Putni", at line 1, column 2\n1 | ("Putni")-[r]-(x) RETURN x\n  |  ^^^^^^^\ndid you mean Putin`,
      );
    },
  );

  test("points at the error, with its line in the file", async () => {
    const wrong = await hearsay(["query", ...seeds, "-c", "MATCH (a RETURN a"]);
    expect(wrong).toMatchObject({ code: 1, stdout: "" });
    expect(wrong.stderr).toContain("1 | MATCH (a RETURN a\n  |          ^^^^^^\n");
    const inFile = await hearsay([
      "query",
      ...seeds,
      "-f",
      file("wrong.cypher", "RETURN 1;\n\nRETURN absent;"),
    ]);
    expect(inFile.code).toBe(1);
    expect(inFile.stderr).toContain("3 | RETURN absent;\n  |        ^^^^^^\n");
  });

  test("does not count a byte order mark as a column", async () => {
    const { stderr } = await hearsay(["query", ...seeds, "-f", file("marked.cypher", "\ufeffRETURN absent")]);
    expect(stderr).toContain("at line 1, column 8");
  });

  const random = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256);
  const oneMegabyte = "x".repeat(1 << 20);
  test.each([
    ["an empty file", ""],
    ["a comment", "// nothing\n;;"],
    ["binary junk", random],
    ["junk in ASCII", random.map((byte) => byte % 128)],
    ["a megabyte of one word", oneMegabyte],
    ["a megabyte of parentheses", "(".repeat(1 << 20)],
    ["an open string", `RETURN '${oneMegabyte}`],
    ["a nesting too deep", `RETURN ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ])("ends with an error and no stack trace on %s", async (name, content) => {
    const path = file(name, content);
    const outcomes = [hearsay(["query", ...seeds, "-f", path]), hearsay(["query", ...seeds, "-"], content)];
    for (const outcome of await Promise.all(outcomes)) {
      expect(outcome).toMatchObject({ code: 1, stdout: "" });
      expect(outcome.stderr).not.toMatch(/^\s+at |internal error/m);
      expect(outcome.stderr.length).toBeLessThan(2000);
      expect(outcome.stderr).not.toMatch(/(?!\n)\p{Cc}/u);
    }
  });

  test("a missing file, folder or data file is reported by its name", async () => {
    expect(await hearsay(["query", ...seeds, "-f", join(folder, "none")])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${join(folder, "none")}: there is no such file or folder`),
    });
    expect(await hearsay(["query", join(folder, "nodata"), "-c", "RETURN 1"])).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("nodata"),
    });
  });

  test("runs nothing if the data has faults", async () => {
    const path = file(
      "faulty.yaml",
      "article: { id: a, title: T }\nclaims:\n  - { id: 1, triple: Nobody MEETS Noone }\n",
    );
    const { code, stdout, stderr } = await hearsay(["query", path, "-c", "RETURN 1"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("faulty.yaml:3:");
    expect(stderr).toMatch(/\d+ errors? in the data: nothing was run\n$/);
  });

  test("is quiet when its reader closes the pipe", async () => {
    const many = "UNWIND range(1, 20000) AS n RETURN n, 'some text to fill the pipe';\n".repeat(5);
    const child = spawn(process.execPath, ["dist/cli/main.js", "query", "--format", "csv", "-"]);
    let stderr = "";
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(many);
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("hearsay export", () => {
  test("writes valid GEXF with the entities in the rows, and prints their numbers", async () => {
    const path = join(folder, "meetings.gexf");
    const query = "MATCH (a)-[r:MEETS]->(b) RETURN a, r, b";
    const outcome = await hearsay(["export", ...seeds, "-c", query, "-o", path]);
    const text = readFileSync(path, "utf8");
    expect(gexfFaults(text)).toEqual([]);
    const graph = parse(MultiDirectedGraph, text, { respectInputGraphType: true });
    expect(outcome).toMatchObject({ code: 0, stdout: "" });
    expect(outcome.stderr).toBe(`${path}: ${graph.order} nodes, ${graph.size} relationships\n`);

    const { stdout } = await hearsay(["query", ...seeds, "-c", query, "--format", "json"]);
    const rows: [unknown, { id: string; type: string; start: string; end: string; properties: object }][] =
      JSON.parse(stdout).rows;
    expect(graph.size).toBe(rows.length);
    for (const [, { id, type, start, end, properties }] of rows) {
      expect(graph.extremities(id)).toEqual([start, end]);
      expect(graph.getEdgeAttributes(id)).toMatchObject({ kind: type, label: type });
      expect(Object.keys(graph.getEdgeAttributes(id)).length).toBe(Object.keys(properties).length + 2);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("chooses the format by the output: a folder is written as Arrow", async () => {
    const graph = `${join(folder, "by-name")}/`;
    const query = ["-c", '("Xi")-[r:MEETS]-(p:Person)'];
    expect(await hearsay(["export", ...seeds, ...query, "-o", graph])).toMatchObject({ code: 0, stdout: "" });
    const count = ["query", "--graph", graph, "--format", "csv", "-c", "MATCH ()-[r]->() RETURN count(r)"];
    expect((await hearsay(count)).stdout).toMatch(/^count\(r\)\r\n[1-9]/);
  });

  test("leaves an existing file unchanged if there is nothing to write", async () => {
    const path = file("old.gexf", "old");
    const outcome = await hearsay(["export", ...seeds, "-c", "RETURN 1", "-o", path]);
    expect(outcome).toMatchObject({ code: 1, stdout: "" });
    expect(outcome.stderr).toContain("nothing to write");
    expect(readFileSync(path, "utf8")).toBe("old");
  });

  test("names a folder that is missing", async () => {
    const path = join(folder, "none", "x.gexf");
    const { code, stderr } = await hearsay([
      "export",
      ...seeds,
      "-c",
      "MATCH (n) RETURN n LIMIT 1",
      "-o",
      path,
    ]);
    expect(code).toBe(1);
    expect(stderr).toBe(`${path}: the folder ${join(folder, "none")} does not exist; create it first\n`);
  });
});

describe("hearsay view and hearsay check", () => {
  const annotations = `entities:
  - { name: Ann, type: Person }
  - { name: Bob, type: Person }
article: { id: a, title: T, file: a.txt, sha256: ${"0".repeat(64)}, length: 99 }
claims:
  - { id: 1, triple: Ann MEETS Bob, gist: They meet., passage: { start: 0, end: 1, sha256: ${"0".repeat(64)} } }
`;

  test("write the viewer's page to a file", async () => {
    const page = join(folder, "page.html");
    const outcome = await hearsay(["view", file("sound.yaml", annotations), "--html", page]);
    expect(outcome).toEqual({ code: 0, stdout: `${page}\n`, stderr: "" });
    expect(readFileSync(page, "utf8")).toContain("They meet.");
    const both = await hearsay(["view", "--html", page, "--port", "1"]);
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining("cannot be used with") });
  });

  test("serve it until Ctrl-C", async () => {
    const path = file("sound.yaml", annotations);
    const child = spawn(process.execPath, ["dist/cli/main.js", "view", path, "--port", "0"]);
    const ended = new Promise((resolve) => child.on("close", (_code, signal) => resolve(signal)));
    const address = await new Promise<string>((resolve) =>
      child.stdout.once("data", (text) => resolve(String(text))),
    );
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/\n$/);
    expect(await (await fetch(address.trim())).text()).toContain("They meet.");
    child.kill("SIGINT");
    expect(await ended).toBe("SIGINT");
  });

  test("report faults, with exit code 1", async () => {
    const sound = await hearsay(["check", file("sound.yaml", annotations)]);
    expect(sound).toMatchObject({ code: 0, stderr: "" });
    expect(sound.stdout).toContain("1 article, 1 claim");
    const faulty = await hearsay([
      "check",
      file("unsound.yaml", annotations.replace("Ann MEETS", "Ann MEETTS")),
    ]);
    expect(faulty.code).toBe(1);
    expect(faulty.stdout).toMatch(/unsound\.yaml:6:\d+: error: .*MEETTS/);
  });
});

describe("hearsay with statements piped in", () => {
  test("runs them without a prompt, results to stdout", async () => {
    const input =
      "MATCH (n:Country)\nRETURN count(n) > 3 AS many\n\nRETURN 1 AS a;RETURN 2 AS b\nRETURN 3 AS c";
    const { code, stdout, stderr } = await hearsay([], input);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe("many\n────\ntrue\n\na\n─\n1\n\nb\n─\n2\n\nc\n─\n3\n");
  });

  test("continues after a statement that failed, and ends with 1", async () => {
    const { code, stdout, stderr } = await hearsay(["repl"], "RETURN x;\nRETURN 1 AS a;\n:hepl\n");
    expect(code).toBe(1);
    expect(stdout).toBe("a\n─\n1\n");
    expect(stderr).toContain("1 | RETURN x\n  |        ^\n");
    expect(stderr).toContain("no command :hepl; did you mean :help?");
  });

  test("runs the prompt's commands", async () => {
    const path = join(folder, "piped.gexf");
    const input = `:param who "Xi Jinping"\n:format csv\nMATCH (n {name: $who}) RETURN n\n:export ${path}\n:quit\nRETURN 1`;
    const { code, stdout } = await hearsay([], input);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^n\r\n"\{""id"": ""xi-jinping""[^\n]*\n.*piped\.gexf: 1 node, 0 relationships\n$/s,
    );
    expect(gexfFaults(readFileSync(path, "utf8"))).toEqual([]);
  });

  test("ends quietly on empty input, and with an error on junk", async () => {
    expect(await hearsay([], "")).toEqual({ code: 0, stdout: "", stderr: "" });
    const { code, stderr } = await hearsay(
      [],
      Uint8Array.from({ length: 3000 }, (_, i) => (i * 31) % 256),
    );
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/^\s+at |internal error/m);
  });
});
