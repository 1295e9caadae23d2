import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { historyFile, readHistory, writeHistory } from "../../src/repl/history.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-history-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("history", () => {
  test("is read back as it was written, newest first, and only its owner may read it", () => {
    const file = join(folder, "deep", "er", "history");
    expect(writeHistory(file, ["RETURN 2", "RETURN 1"])).toBeUndefined();
    expect(readFileSync(file, "utf8")).toBe("RETURN 1\nRETURN 2\n");
    expect(readHistory(file)).toEqual(["RETURN 2", "RETURN 1"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "deep", "er"))).toEqual(["history"]);
  });

  test("an existing file that others may read becomes private", () => {
    const file = join(folder, "history");
    writeFileSync(file, "old\n", { mode: 0o644 });
    writeHistory(file, ["new", ...readHistory(file)]);
    expect(readHistory(file)).toEqual(["new", "old"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("keeps the newest lines", () => {
    const file = join(folder, "history");
    const many = Array.from({ length: 1500 }, (_, i) => `RETURN ${i}`);
    writeHistory(file, many);
    expect(readHistory(file)).toEqual(many.slice(0, 1000));
  });

  test("a place where none can be kept is told, not thrown, and nothing is left there", () => {
    writeFileSync(join(folder, "file"), "");
    expect(writeHistory(join(folder, "file", "history"), ["RETURN 1"])).toBeInstanceOf(Error);
    expect(readHistory(join(folder, "none"))).toEqual([]);
    expect(writeHistory("/dev/null", ["RETURN 1"])).toBeUndefined();
    expect(existsSync("/dev/null") && !statSync("/dev/null").isFile()).toBe(true);
    expect(writeHistory(undefined, ["RETURN 1"])).toBeUndefined();
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  test("stands where the environment says", () => {
    expect(historyFile({ HEARSAY_HISTORY: "/a/b", XDG_STATE_HOME: "/s", HOME: "/h" })).toBe("/a/b");
    expect(historyFile({ XDG_STATE_HOME: "/s", HOME: "/h" })).toBe(join("/s", "hearsay", "history"));
    expect(historyFile({ HOME: "/h" })).toBe(join("/h", ".hearsay_history"));
    expect(historyFile({ HEARSAY_HISTORY: "", HOME: "/h" })).toBeUndefined();
  });
});
