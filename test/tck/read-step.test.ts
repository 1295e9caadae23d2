import { describe, expect, test } from "vitest";
import { WAYS } from "../ways/ways.ts";
import type { Step } from "./read-scenarios.ts";
import { readStep } from "./read-step.ts";
import type { NamedGraphs } from "./run-scenario.ts";
import { runScenario } from "./run-scenario.ts";

describe("every form of a step is read", () => {
  test.each([
    ["an empty graph", { kind: "graph", name: undefined }],
    ["any graph", { kind: "graph", name: undefined }],
    ["the binary-tree-1 graph", { kind: "graph", name: "binary-tree-1" }],
    ["having executed:", { kind: "set-up", rest: undefined }],
    ["having executed :", { kind: "set-up", rest: undefined }],
    ["after having executed:", { kind: "set-up", rest: undefined }],
    ["parameters are:", { kind: "parameters" }],
    ["parameters are :", { kind: "parameters" }],
    ["parameter values are:", { kind: "parameters" }],
    ["executing query:", { kind: "query", rest: undefined }],
    ["executing query :", { kind: "query", rest: undefined }],
    ["executing query: RETURN {a: 1}[0] AS x", { kind: "query", rest: "RETURN {a: 1}[0] AS x" }],
    ["executing control query:", { kind: "query", rest: undefined }],
    ["the result should be, in any order:", { kind: "rows", rowOrder: false, listOrder: true }],
    ["the result should be, in order :", { kind: "rows", rowOrder: true, listOrder: true }],
    [
      "the result should be (ignoring element order for lists):",
      { kind: "rows", rowOrder: false, listOrder: false },
    ],
    [
      "the result should be, in order (ignoring element order for lists) :",
      { kind: "rows", rowOrder: true, listOrder: false },
    ],
    ["the result should be empty", { kind: "no rows" }],
    ["no side effects", { kind: "side effects" }],
    ["the side effects should be :", { kind: "side effects" }],
    [
      "there exists a procedure test.doNothing() :: () :",
      { kind: "procedure", signature: "test.doNothing() :: ()" },
    ],
    [
      "there exists a procedure test.my.proc(in :: INTEGER?) :: (out :: STRING?):",
      { kind: "procedure", signature: "test.my.proc(in :: INTEGER?) :: (out :: STRING?)" },
    ],
    [
      "a TypeError should be raised at any time: InvalidArgumentType",
      { kind: "error", type: "TypeError", phase: "any time", detail: "InvalidArgumentType" },
    ],
    [
      "an EntityNotFound should be raised at runtime : *",
      { kind: "error", type: "EntityNotFound", phase: "runtime", detail: "*" },
    ],
    [
      "a SyntaxError should be raised at compile time: UndefinedVariable",
      { kind: "error", type: "SyntaxError", phase: "compile time", detail: "UndefinedVariable" },
    ],
    ["a SyntaxError should be raised at noon: UndefinedVariable", { kind: "unknown" }],
    ["the moon should be full", { kind: "unknown" }],
  ])("%s", (text, meaning) => {
    expect(readStep(text)).toEqual(meaning);
  });
});

const GRAPHS: NamedGraphs = {};

function failureOf(...steps: readonly (string | Step)[]) {
  const whole = steps.map((step) =>
    typeof step === "string" ? { text: step, textBlock: undefined, table: undefined } : step,
  );
  return WAYS.map((way) => runScenario({ file: "", name: "", steps: whole }, GRAPHS, way)?.reason);
}

describe("a scenario is checked against its steps, in every state of the graph", () => {
  const none = WAYS.map(() => undefined);

  test("an error at any time may be raised at compile time or runtime", () => {
    const late = "executing query: RETURN [1][toUpper('a')] AS x";
    const early = "executing query: RETURN missing";
    expect(
      failureOf(late, "a TypeError should be raised at any time: ListElementAccessByNonInteger"),
    ).toEqual(none);
    expect(failureOf(early, "a SyntaxError should be raised at any time : UndefinedVariable")).toEqual(none);
    const wrong = failureOf(
      late,
      "a SyntaxError should be raised at any time: ListElementAccessByNonInteger",
    );
    expect(wrong.every((reason) => reason?.startsWith("TypeError at runtime"))).toBe(true);
    const none2 = failureOf("executing query: RETURN 1", "a TypeError should be raised at any time: *");
    expect(none2.every((reason) => reason?.startsWith("no error was raised"))).toBe(true);
  });

  test("a procedure with a space before the end of its step", () => {
    const procedure = {
      text: "there exists a procedure test.my.proc(in :: INTEGER?) :: (out :: STRING?) :",
      textBlock: undefined,
      table: [
        ["in", "out"],
        ["1", "'one'"],
        ["2", "'two'"],
      ],
    };
    const rows = {
      text: "the result should be, in any order :",
      textBlock: undefined,
      table: [["out"], ["'two'"]],
    };
    expect(failureOf(procedure, "executing query: CALL test.my.proc(2) YIELD out RETURN out", rows)).toEqual(
      none,
    );
    expect(
      failureOf(procedure, "executing query: CALL test.my.proc(1) YIELD out RETURN out", rows),
    ).not.toContain(undefined);
  });

  test("the set-up is in the graph in every state, and side effects are counted", () => {
    const effects = (count: string) => ({
      text: "the side effects should be :",
      textBlock: undefined,
      table: [
        ["+properties", count],
        ["-properties", "1"],
      ],
    });
    const steps = [
      "after having executed: CREATE ({a: 1})",
      "executing query: MATCH (n) SET n.a = n.a + 1, n.b = n.a",
    ];
    expect(failureOf(...steps, effects("2"))).toEqual(none);
    expect(failureOf(...steps, effects("1"))).not.toContain(undefined);
  });
});
