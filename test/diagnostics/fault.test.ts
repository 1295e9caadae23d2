import { expect, test } from "vitest";
import { type Fault, renderFault } from "../../src/diagnostics/fault.ts";

const FAULT: Fault = {
  severity: "error",
  code: "unknown-type",
  message: "no relationship type VISIST",
  hint: "did you mean VISITS?",
  file: "data/000.yaml",
  text: "claims:\n  - triple: Xi VISIST Moscow\n",
  span: { start: 23, end: 29 },
};

test("file, position, message, line and hint", () => {
  expect(renderFault(FAULT)).toBe(
    [
      "data/000.yaml:2:16: error: no relationship type VISIST [unknown-type]",
      "2 |   - triple: Xi VISIST Moscow",
      "  |                ^^^^^^",
      "   did you mean VISITS?",
    ].join("\n"),
  );
});

test("a warning without a hint", () => {
  const { hint: _, ...fault } = FAULT;
  expect(renderFault({ ...fault, severity: "warning" })).toMatch(/^data.*: warning: .*\n.*\n.*\^$/);
});

test("a file that could not be read has no lines to show", () => {
  const fault = { ...FAULT, text: "", span: { start: 0, end: 0 } };
  expect(renderFault(fault).split("\n")).toEqual([
    "data/000.yaml:1:1: error: no relationship type VISIST [unknown-type]",
    "   did you mean VISITS?",
  ]);
});

test("control characters from a file are escaped", () => {
  const fault = { ...FAULT, file: "\u001b[2J", message: "no \u202e", hint: "\u0007" };
  expect(renderFault(fault)).toMatch(/^\\u001b\[2J:2:16: error: no \\u202e [\s\S]*\n {3}\\u0007$/);
});
