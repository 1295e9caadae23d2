import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { CommandFailure, errorText, reportError } from "../../src/cli/command-failure.ts";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";

describe("what the user is told of an error", () => {
  test("a query's error is its report", () => {
    const error = new CypherError("UndefinedVariable", "no variable x");
    error.query = "RETURN x";
    expect(errorText(error)).toBe(error.render());
  });

  test("a system error is its path and a reason in words", () => {
    let met: unknown;
    try {
      readFileSync("/nowhere/at all");
    } catch (error) {
      met = error;
    }
    expect(errorText(met)).toBe("/nowhere/at all: there is no such file or folder");
  });

  test("a mistake of our own is one line, and a stack trace only on demand", () => {
    const mistake = new TypeError("x is not a function\nmore");
    expect(reported(mistake, {})).toEqual({
      code: 1,
      text: "internal error: x is not a function (a mistake of Hearsay's own; HEARSAY_DEBUG=1 shows where)\n",
    });
    expect(reported(mistake, { HEARSAY_DEBUG: "1" }).text).toMatch(/^ {4}at /m);
  });

  test("a failure has its own exit code, and nothing in it reaches the terminal as a command", () => {
    expect(reported(new CommandFailure("no \u001b[2Jcommand", 2), {})).toEqual({
      code: 2,
      text: "no \\u001b[2Jcommand\n",
    });
  });
});

function reported(error: unknown, environment: Record<string, string>) {
  const stderr = new PassThrough();
  const stream = new PassThrough();
  const code = reportError(error, { stdin: stream, stdout: stream, stderr, environment });
  return { code, text: String(stderr.read()) };
}
