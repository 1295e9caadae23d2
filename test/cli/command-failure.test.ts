import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { CommandFailure, errorText, reportError } from "../../src/cli/command-failure.ts";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";

describe("the text printed for an error", () => {
  test("of a query is its report", () => {
    const error = new CypherError("UndefinedVariable", "no variable x");
    error.query = "RETURN x";
    expect(errorText(error)).toBe(error.render());
  });

  test("of the system is its path and a reason in words", () => {
    let met: unknown;
    try {
      readFileSync("/nowhere/at all");
    } catch (error) {
      met = error;
    }
    expect(errorText(met)).toBe("/nowhere/at all: there is no such file or folder");
  });

  test("in Hearsay itself is one line, with a stack trace only on request", () => {
    const mistake = new TypeError("x is not a function\nmore");
    expect(reported(mistake, {})).toEqual({
      code: 1,
      text: "internal error: x is not a function (a bug in Hearsay; set HEARSAY_DEBUG=1 to see where)\n",
    });
    expect(reported(mistake, { HEARSAY_DEBUG: "1" }).text).toMatch(/^ {4}at /m);
  });

  test("of a command has control characters escaped, and the exit code is the error's", () => {
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
