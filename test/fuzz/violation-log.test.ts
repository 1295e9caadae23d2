import { expect, test } from "vitest";
import { ViolationLog } from "./violation-log.ts";

function recordedLog() {
  const printed: string[] = [];
  const log = new ViolationLog(
    (number) => `fuzz --first ${number}`,
    (text) => printed.push(text),
  );
  return { log, printed };
}

test("a violation is printed at once, with its text in ASCII and the command to repeat it", () => {
  const { log, printed } = recordedLog();
  log.add(7, "RETURN '\u202e\u001b[1m\ud800'", { rule: "throws", detail: "TypeError: \u009b\n  at run" });
  expect(printed).toEqual([
    "VIOLATION 1: throws\n" +
      "  TypeError: \\u009b\n" +
      "    at run\n" +
      "  text 7: \"RETURN '\\u202e\\u001b[1m\\ud800'\"\n" +
      "  again: fuzz --first 7\n",
  ]);
});

test("equal violations are printed once, and again with a much shorter text", () => {
  const { log, printed } = recordedLog();
  const violation = { rule: "throws", place: "at run", detail: "TypeError" };
  log.add(1, "x".repeat(100), violation);
  log.add(2, "x".repeat(60), violation);
  log.add(3, "x".repeat(50), violation);
  log.add(4, "x".repeat(50), { ...violation, place: "at stop" });
  expect(printed.map((text) => text.split("\n")[0])).toEqual([
    "VIOLATION 1: throws",
    "VIOLATION 1 with a shorter text: throws",
    "VIOLATION 2: throws",
  ]);
  expect([log.times, log.faults]).toEqual([4, 2]);
  expect(log.summary()).toEqual([
    "       3  1: throws: fuzz --first 3",
    "       1  2: throws: fuzz --first 4",
  ]);
});

test("only the beginning of a long text is printed", () => {
  const { log, printed } = recordedLog();
  log.add(1, "x".repeat(10_000), { rule: "throws", detail: "" });
  expect(printed[0]).toContain(`"${"x".repeat(4000)}", and 6000 more characters`);
});
