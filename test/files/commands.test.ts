/** Output targets of commands, tested with the built program: effects that are not visible inside one process. */
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "dist/cli/main.js");
const preload = join(root, "test/crash/stop-process.mjs");

const HASH = "0".repeat(64);
const CLAIMS = `article: { id: a, title: Talks, publisher: The Ester, published: 2027-06-03, file: a.txt, sha256: ${HASH}, length: 20 }
claims:
  - { id: 1, triple: Norland MEETS Sudavia, gist: They talk., passage: { start: 0, end: 9, sha256: ${HASH} } }
entities:
  - { name: The Ester, type: Publisher }
  - { name: Norland, type: Country }
  - { name: Sudavia, type: Country }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-written-"));
  writeFileSync(join(folder, "a.yaml"), CLAIMS);
  writeFileSync(join(folder, "a.txt"), "Norland and Sudavia talk.\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  /** Descriptor for standard output. Omitted: a pipe to this test. */
  readonly stdout?: number;
  /** Where to stop the process, in the format of `stop-process.mjs`. */
  readonly stop?: string;
}

function hearsay(args: readonly string[], { stdout, stop }: Run = {}) {
  const options = stop === undefined ? [] : ["--import", preload];
  const ended = spawnSync(process.execPath, [...options, program, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, HEARSAY_STOP: stop ?? "" },
    stdio: ["ignore", stdout ?? "pipe", "pipe"],
  });
  return { code: ended.status, signal: ended.signal, stdout: ended.stdout, stderr: ended.stderr };
}

const exporting = (output: string) => ["export", "a.yaml", "-c", "MATCH (n:Country) RETURN n", "-o", output];

describe("standard output, named by its device", () => {
  test("gets a graph, whether it is a socket or a file to append to", () => {
    const written = hearsay(exporting("/dev/stdout"));
    expect(written).toMatchObject({ code: 0, stderr: "/dev/stdout: 2 nodes, 0 relationships\n" });
    expect(written.stdout).toMatch(/^<\?xml[\s\S]*<\/gexf>\s*$/);
    writeFileSync(join(folder, "log"), "first\n");
    symlinkSync("/dev/stdout", join(folder, "link"));
    expect(hearsay(exporting("link"), { stdout: openSync(join(folder, "log"), "a") }).code).toBe(0);
    expect(readFileSync(join(folder, "log"), "utf8")).toBe(`first\n${written.stdout}`);
  });

  test("gets a page, and nothing else", () => {
    const { code, stdout } = hearsay(["view", "a.yaml", "--html", "/dev/stdout"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/<\/html>\s*$/);
  });
});

describe("a device or folder that cannot be written is reported and not changed", () => {
  test.each([
    [
      exporting("/dev/full"),
      "/dev/full: no space is left on the disk; free some space, or write to another disk\n",
    ],
    [
      ["view", "a.yaml", "--html", "/dev/full"],
      "/dev/full: no space is left on the disk; free some space, or write to another disk\n",
    ],
    [["import", "a.yaml", "-o", "/dev/null"], "/dev/null: this is not a folder; name a folder\n"],
    [["import", "a.yaml", "-o", "a.yaml"], "a.yaml: this is not a folder; name a folder\n"],
    [
      ["import", "a.yaml", "-o", "a.yaml/x"],
      "a.yaml/x: a part of this path is a file, not a folder; name another place\n",
    ],
    [
      ["import", "a.yaml", "-o", "odd"],
      "odd/nodes.arrow: this is not a file, but a saved graph consists of files; name another folder\n",
    ],
    [
      ["annotate", "a.txt", "--title", "T", "-o", "a.yaml/x.yaml"],
      "a.yaml: this is not a folder; name a folder\n",
    ],
    [exporting("odd"), "odd: this is a folder, a file is expected; name a file in it\n"],
  ])("%j", (args, message) => {
    mkdirSync(join(folder, "odd"));
    symlinkSync("/dev/null", join(folder, "odd", "nodes.arrow"));
    const devices = () => ["/dev/full", "/dev/null"].map((path) => statSync(path).rdev);
    const before = devices();
    expect(hearsay(args)).toMatchObject({ code: 1, stdout: "", stderr: message });
    expect(devices()).toEqual(before);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe(CLAIMS);
    expect(readdirSync(join(folder, "odd"))).toEqual(["nodes.arrow"]);
  });
});

describe("a program that is ended while it writes", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"])("by %s leaves nothing behind", (signal) => {
    // Operation 1 creates the temporary file, 2 writes it, 3 flushes it to disk.
    const ended = hearsay(exporting("x.gexf"), { stop: `signal:3:${signal}` });
    expect(ended).toMatchObject({ code: null, signal });
    expect(readdirSync(folder)).toEqual(["a.txt", "a.yaml"]);
  });

  test("by kill -9 leaves a file that the next run removes", () => {
    expect(hearsay(exporting("x.gexf"), { stop: "kill:3" })).toMatchObject({ signal: "SIGKILL" });
    expect(readdirSync(folder)).toHaveLength(3);
    expect(hearsay(exporting("y.gexf")).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "a.yaml", "y.gexf"]);
  });
});

test("fmt formats the rest if a file cannot be written, and does not list that one", () => {
  writeFileSync(join(folder, "b.yaml"), CLAIMS.replace("id: a", "id: b"));
  const formatted = hearsay(["fmt", "."], { stop: "fail:3:ENOSPC" });
  expect(formatted).toMatchObject({
    code: 1,
    stdout: "b.yaml\n",
    stderr: `a.yaml: no space is left on the disk; free some space, or write to another disk
2 files: 1 changed, 1 could not be formatted
`,
  });
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe(CLAIMS);
  expect(readdirSync(folder).sort()).toEqual(["a.txt", "a.yaml", "b.yaml"]);
});

test("a graph is saved through a link to a folder that does not exist yet", () => {
  symlinkSync("there", join(folder, "link"));
  expect(hearsay(["import", "a.yaml", "-o", "link"]).code).toBe(0);
  expect(readdirSync(join(folder, "there")).sort()).toEqual([
    "manifest.json",
    "nodes.arrow",
    "relationships.arrow",
  ]);
  expect(hearsay(["query", "--graph", "link", "-c", "RETURN 1 AS x", "--format", "csv"]).stdout).toBe(
    "x\r\n1\r\n",
  );
});
