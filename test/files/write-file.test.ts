import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FileError } from "../../src/files/file-error.ts";
import { removeStale } from "../../src/files/remove-stale.ts";
import { temporaryName } from "../../src/files/temporary-names.ts";
import { writeFileSafely, writeNewFile } from "../../src/files/write-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...names: string[]) => join(folder, ...names);
const modeOf = (path: string) => statSync(path).mode & 0o7777;
const isRoot = process.getuid?.() === 0;

async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    expect(error).toBeInstanceOf(FileError);
    return (error as Error).message.replaceAll(folder, "F");
  }
  return "nothing failed";
}

describe("a file that is written", () => {
  test.each([0o600, 0o640, 0o755, 0o4711])("keeps the mode %o of the one before", async (mode) => {
    writeFileSync(at("a"), "old");
    chmodSync(at("a"), mode);
    await writeFileSafely(at("a"), "new");
    expect(readFileSync(at("a"), "utf8")).toBe("new");
    expect(modeOf(at("a"))).toBe(mode);
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("has the usual mode if it is new", async () => {
    writeFileSync(at("usual"), "");
    await writeFileSafely(at("a"), "new");
    await writeNewFile(at("b"), "new");
    expect([modeOf(at("a")), modeOf(at("b"))]).toEqual([modeOf(at("usual")), modeOf(at("usual"))]);
  });

  // Only root can give a file away: for others there is no other owner to keep.
  test("keeps its owner and group", async () => {
    const [user, group] = isRoot ? [12_345, 23_456] : [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
    writeFileSync(at("a"), "old");
    chownSync(at("a"), user, group);
    chmodSync(at("a"), 0o6750);
    await writeFileSafely(at("a"), "new");
    const { uid, gid } = statSync(at("a"));
    expect([uid, gid, modeOf(at("a"))]).toEqual([user, group, 0o6750]);
  });

  test("is written through links, which stay: relative, to folders, chained, and broken", async () => {
    mkdirSync(at("deep", "er"), { recursive: true });
    mkdirSync(at("other"));
    writeFileSync(at("other", "a"), "old");
    symlinkSync(at("deep", "er"), at("folder"));
    symlinkSync("../../other/a", at("deep", "er", "one"));
    symlinkSync(join("folder", "one"), at("two"));
    await writeFileSafely(at("two"), "new");
    expect(readFileSync(at("other", "a"), "utf8")).toBe("new");
    symlinkSync(join("other", "b"), at("nothing"));
    await writeFileSafely(at("nothing"), "made");
    expect(readFileSync(at("other", "b"), "utf8")).toBe("made");
    expect([at("folder"), at("two"), at("nothing")].map((link) => lstatSync(link).isSymbolicLink())).toEqual([
      true,
      true,
      true,
    ]);
    expect(readlinkSync(at("two"))).toBe(join("folder", "one"));
    expect(readdirSync(at("other")).sort()).toEqual(["a", "b"]);
  });

  test("removes temporary files of killed processes, of any name, but not those of running ones", async () => {
    const dead = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }).trim();
    const of = (pid: string) => temporaryName("x.gexf").replace(`-${process.pid}-`, `-${pid}-`);
    const [abandoned, running, elsewhere, old] = [of(dead), of(String(process.ppid)), of(dead), of(dead)];
    const far = elsewhere.replace(/\.[0-9a-f]{8}-/, ".00000000-");
    const farOld = old.replace(/\.[0-9a-f]{8}-/, ".00000000-");
    for (const name of [abandoned, running, far, farOld, "x.tmp", "x.1.tmp"]) writeFileSync(at(name), "half");
    const beforeYesterday = Date.now() / 1000 - 2 * 24 * 60 * 60;
    utimesSync(at(farOld), beforeYesterday, beforeYesterday);
    await writeFileSafely(at("a"), "new");
    expect(readdirSync(folder).sort()).toEqual(["a", running, far, "x.tmp", "x.1.tmp"].sort());
  });

  test("does not search its folder each time", async () => {
    const dead = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }).trim();
    // The clock is stopped: a busy machine may take a second between two lines.
    vi.spyOn(performance, "now").mockReturnValue(performance.now());
    await removeStale(folder);
    const abandoned = temporaryName("a").replace(`-${process.pid}-`, `-${dead}-`);
    writeFileSync(at(abandoned), "half");
    await removeStale(folder);
    expect(readdirSync(folder)).toEqual([abandoned]);
    vi.restoreAllMocks();
  });

  test("may have a name of the maximum length", async () => {
    const name = "ж".repeat(127);
    await writeFileSafely(at(name), "new");
    await writeFileSafely(at(name), "newer");
    expect(readFileSync(at(name), "utf8")).toBe("newer");
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe("a target that is not a regular file", () => {
  test("is written to and not replaced: a device", async () => {
    const before = statSync("/dev/null");
    expect(await writeFileSafely("/dev/null", "new")).toBe("special");
    symlinkSync("/dev/null", at("link"));
    expect(await writeFileSafely(at("link"), "new")).toBe("special");
    const after = statSync("/dev/null");
    expect([after.ino, after.mode, after.rdev]).toEqual([before.ino, before.mode, before.rdev]);
    expect(lstatSync(at("link")).isSymbolicLink()).toBe(true);
  });

  test("is written to: a named pipe, whose reader gets everything", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const reader = spawn("cat", [at("pipe")]);
    let read = "";
    reader.stdout.setEncoding("utf8").on("data", (text) => {
      read += text;
    });
    const ended = new Promise((resolve) => reader.on("close", resolve));
    const text = "0123456789".repeat(100_000);
    expect(await writeFileSafely(at("pipe"), text)).toBe("special");
    await ended;
    expect(read).toBe(text);
    expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
  });

  test("is refused if the file must be new", async () => {
    symlinkSync("nothing", at("link"));
    expect(await failureOf(writeNewFile("/dev/null", "new"))).toContain("/dev/null: it exists already");
    expect(await failureOf(writeNewFile(at("link"), "new"))).toContain("link: it exists already");
    expect(existsSync(at("nothing"))).toBe(false);
  });
});

describe("a path that cannot be written is reported with the reason and a hint", () => {
  test.each([
    ["", "an empty name: name a file"],
    ["F/none/a", "F/none/a: the folder F/none does not exist; create it first"],
    ["F/folder", "F/folder: this is a folder, a file is expected; name a file in it"],
    ["F/new/", "F/new/: this is a folder, a file is expected; name a file in it"],
    ["F/file/a", "F/file/a: a part of this path is a file, not a folder; name another place"],
    ["F/circle", "F/circle: its links form a loop; name the file itself"],
    ["F/dangling", "F/dangling: the folder F/none does not exist; create it first"],
    [`F/${"a".repeat(300)}`, `F/${"a".repeat(300)}: the name is too long; use a shorter name`],
    ["/dev/full", "/dev/full: no space is left on the disk; free some space, or write to another disk"],
    ["/dev/fd/987", "/dev/fd/987: it is not open for writing; name a file"],
    ["/proc/none", "/proc/none: no file can be created in the folder /proc; write somewhere else"],
  ])("%s", async (path, message) => {
    mkdirSync(at("folder"));
    writeFileSync(at("file"), "");
    symlinkSync("circle", at("circle"));
    symlinkSync(join("none", "a"), at("dangling"));
    const before = readdirSync(folder);
    expect(await failureOf(writeFileSafely(path.replace("F", folder), "new"))).toEqual(message);
    expect(readdirSync(folder)).toEqual(before);
  });
});
