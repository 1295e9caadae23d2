import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { askMetadata } from "../../src/cli/ask-metadata.ts";
import { CommandFailure } from "../../src/cli/command-failure.ts";

/** A terminal on which `lines` are the answers to the questions, and the text that it shows. */
function terminalOf(lines: readonly string[], isTTY = true) {
  const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode: () => undefined });
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const left = [...lines];
  let shown = "";
  stderr.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    // A prompt ends in ": ", or in "G" if it moves the cursor after that; then the next line is typed.
    if (!text.endsWith(": ") && !/: .{0,9}G$/.test(text)) return;
    const line = left.shift();
    if (line === undefined) stdin.end();
    else stdin.write(`${line}\r`);
  });
  const stdout = Object.assign(new PassThrough(), { isTTY });
  return { terminal: { stdin, stdout, stderr, environment: {} }, shown: () => shown };
}

describe("at a terminal", () => {
  test("missing fields are asked for, and asked again after an invalid answer", async () => {
    const { terminal, shown } = terminalOf([
      "",
      "Harbour Post",
      "last week",
      "2025-06-02",
      "Ida Roe; ; Bo",
      "ftp://x",
      "",
    ]);
    expect(await askMetadata({}, "Lind to\u001b meet", terminal)).toEqual({
      title: "Lind to\u001b meet",
      outlet: "Harbour Post",
      date: "2025-06-02",
      author: ["Ida Roe", "Bo"],
      url: undefined,
    });
    expect(shown()).toContain("Title (Enter: Lind to\\u001b meet): ");
    expect(shown()).toContain("dates are EDTF");
    expect(shown()).toContain("this is not a full http or https address");
  });

  test("given fields are not asked for", async () => {
    const { terminal } = terminalOf(["Bo"]);
    const given = { title: "t", outlet: "o", date: "2025", url: "https://example.org" };
    expect(await askMetadata(given, "x", terminal)).toEqual({ ...given, author: ["Bo"] });
  });

  test("leaving writes nothing", async () => {
    const { terminal } = terminalOf(["Title"]);
    await expect(askMetadata({}, "x", terminal)).rejects.toThrow(new CommandFailure("nothing was written"));
  });
});

test("without a terminal there are no questions, and a title must be given", async () => {
  const { terminal, shown } = terminalOf([], false);
  await expect(askMetadata({}, "x", terminal)).rejects.toThrow("--title");
  expect(await askMetadata({ title: "t" }, "x", terminal)).toEqual({ title: "t" });
  expect(shown()).toBe("");
});
