import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addToHistory,
  HISTORY_SIZE,
  historyFile,
  readHistory,
  trimHistory,
} from "../../../src/cli/prompt/history.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-history-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const numbered = (count: number, name = "RETURN") => Array.from({ length: count }, (_, i) => `${name} ${i}`);
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");

describe("history", () => {
  test("is read back as it was written, newest first, and only its owner may read it", () => {
    const file = join(folder, "deep", "er", "history");
    expect(addToHistory(file, "RETURN 1")).toBeUndefined();
    expect(addToHistory(file, "RETURN 2")).toBeUndefined();
    expect(readFileSync(file, "utf8")).toBe("RETURN 1\nRETURN 2\n");
    expect(readHistory(file)).toEqual(["RETURN 2", "RETURN 1"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "deep", "er"))).toEqual(["history"]);
  });

  test("an existing file that others may read becomes private", () => {
    const file = join(folder, "history");
    writeFileSync(file, "old\n");
    chmodSync(file, 0o644);
    addToHistory(file, "new");
    expect(readHistory(file)).toEqual(["new", "old"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("a line that was typed twice is kept at its last position", () => {
    const file = join(folder, "history");
    for (const line of ["a", "b", "a"]) addToHistory(file, line);
    expect(readHistory(file)).toEqual(["a", "b"]);
  });

  test("is cut to its newest lines once there are too many", async () => {
    const file = join(folder, "history");
    writeFileSync(file, text(numbered(HISTORY_SIZE)));
    await trimHistory(file);
    expect(readFileSync(file, "utf8")).toBe(text(numbered(HISTORY_SIZE)));
    const many = numbered(1500);
    writeFileSync(file, text([...many, "RETURN 700", "RETURN 1499"]));
    expect(readHistory(file)).toHaveLength(HISTORY_SIZE);
    await trimHistory(file);
    const kept = [...many.slice(500, 700), ...many.slice(701, 1499), "RETURN 700", "RETURN 1499"];
    expect(readFileSync(file, "utf8")).toBe(text(kept));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["history"]);
  });

  test("behind a link, even one to a missing file, is written to its target, and the link stays", async () => {
    const link = join(folder, "link");
    const file = join(folder, "history");
    symlinkSync("history", link);
    addToHistory(link, "RETURN 1");
    expect(readFileSync(file, "utf8")).toBe("RETURN 1\n");
    writeFileSync(file, text(numbered(1500)));
    await trimHistory(link);
    expect(readHistory(file)).toEqual(numbered(1500).reverse().slice(0, HISTORY_SIZE));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["history", "link"]);
  });

  test("a line that a full disk cut short does not join the next one", () => {
    const file = join(folder, "history");
    writeFileSync(file, "RETURN 1\nRETU");
    addToHistory(file, "RETURN 2");
    expect(readHistory(file)).toEqual(["RETURN 2", "RETU", "RETURN 1"]);
  });

  test("a path that cannot be written returns an error, throws nothing and leaves no files", async () => {
    writeFileSync(join(folder, "file"), "");
    expect(addToHistory(join(folder, "file", "history"), "RETURN 1")).toBeInstanceOf(Error);
    expect(readHistory(join(folder, "none"))).toEqual([]);
    const { mode } = statSync("/dev/null");
    expect(addToHistory("/dev/null", "RETURN 1")).toBeUndefined();
    await trimHistory("/dev/null");
    expect(existsSync("/dev/null") && !statSync("/dev/null").isFile()).toBe(true);
    expect(statSync("/dev/null").mode).toBe(mode);
    expect(addToHistory(undefined, "RETURN 1")).toBeUndefined();
    await trimHistory(join(folder, "none"));
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  test("is in the file that the environment names", () => {
    expect(historyFile({ HEARSAY_HISTORY: "/a/b", XDG_STATE_HOME: "/s", HOME: "/h" })).toBe("/a/b");
    expect(historyFile({ XDG_STATE_HOME: "/s", HOME: "/h" })).toBe(join("/s", "hearsay", "history"));
    expect(historyFile({ HOME: "/h" })).toBe(join("/h", ".hearsay_history"));
    expect(historyFile({ HEARSAY_HISTORY: "", HOME: "/h" })).toBeUndefined();
  });
});
