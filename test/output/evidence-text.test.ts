import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { evidenceText } from "../../src/output/evidence/evidence-text.ts";
import type { PassageText } from "../../src/output/evidence/passage-text.ts";
import { textWidth } from "../../src/output/rows/fit-text.ts";
import { COLOURED } from "../../src/output/text-style.ts";
import { hostileGraph, INJECTION, inventedGraph } from "../viewer/invented-graph.ts";

function textOf(claims: readonly string[], options: Parameters<typeof evidenceText>[1] = {}): string {
  const graph = inventedGraph();
  graph.setEdgeAttribute("a1#1", "answers", ["a1#0", "a2#6"]);
  return evidenceText(new Engine(graph).claims().groups(claims), options);
}

const words = new Map<string, PassageText>([
  ["a1#0", { kind: "words", words: "Norland arms\nthe south", line: 3 }],
  ["a1#1", { kind: "missing", reason: "no text" }],
]);

test("a claim is printed with its claimant, stance, dates and source, and with the claims against it", () => {
  expect(`\n${textOf(["a1#0"], { passages: words })}`).toBe(`
Norland SUPPLIES_WEAPONS_TO Sudavia
contested
supported by 2 claims (1 article), denied by 1

  + Gist number 0.
    Ada Ström · accused · said 17 Apr 2025
    The Daily Ester, 4 May 2025: Arms for the south
    a1#0 · characters 0 to 1 · line 3
    answered by a1#1
    │ “Norland arms the south”

  Claims against it, not part of the row

  − Gist number 1.
    Bruno Vale · denied · said 18 Apr 2025
    The Daily Ester, 4 May 2025: Arms for the south
    a1#1 · characters 1 to 2 · no text
    answers a1#0
    answers a2#6, Gist number 6.
`);
});

test("the article's voice and verdict, messengers, qualifiers and plans are printed", () => {
  expect(textOf(["a1#3"])).toContain(
    "    the article in its own voice · affirmed · event 7 May 2025 – 10 May 2025\n    place: Isle of Ester\n",
  );
  expect(textOf(["a2#4"])).toContain("affirmed · planned · event Jun 2025");
  expect(textOf(["a2#5"])).toContain("Dmitri Orlov · affirmed · the article: false");
  expect(textOf(["a1#2"])).toContain("Dmitri Orlov, as reported by The Daily Ester · affirmed");
});

test("a claim about another object is printed as a contradiction", () => {
  const graph = inventedGraph();
  graph.setAttribute("functionalTypes", ["LEADS"]);
  graph.addEdgeWithKey("a3#1", "dmitri-orlov", "norland", { type: "LEADS", gist: "Orlov leads Norland." });
  const text = evidenceText(new Engine(graph).claims().groups(["a2#7"]));
  expect(text).toContain("supported by 1 claim (1 article), contradicted by 1\n");
  expect(text).toContain("  ≠ Orlov leads Norland.\n");
});

test("claims of a row that contradict each other are printed in full once each", () => {
  const graph = inventedGraph();
  graph.setAttribute("functionalTypes", ["LEADS"]);
  graph.addEdgeWithKey("a3#1", "dmitri-orlov", "norland", { type: "LEADS", gist: "Orlov leads Norland." });
  const text = evidenceText(new Engine(graph).claims().groups(["a2#7", "a3#1"]));
  expect(text).not.toContain("not part of the row");
  expect(text).toContain("  Claims against it, part of the row\n\n  ≠ a3#1, Orlov leads Norland.\n\n");
  expect(text.match(/ {2}\+ /g)).toHaveLength(2);
});

test("all denials are counted, printed or not", () => {
  const graph = inventedGraph();
  graph.addEdgeWithKey("a3#1", "norland", "sudavia", { type: "SUPPLIES_WEAPONS_TO", stance: "denied" });
  const text = evidenceText(new Engine(graph).claims().groups(["a1#1"]));
  expect(text).toContain("supported by 2 claims (1 article), denied by 2\n");
});

test("claims without an article are counted without articles", () => {
  const graph = inventedGraph();
  graph.addEdgeWithKey("k1", "bruno-vale", "norland", { type: "LEADS" });
  expect(evidenceText(new Engine(graph).claims().groups(["k1"]))).toContain("\nsupported by 1 claim\n");
});

describe("the lines", () => {
  test.each([40, 80])("fit into %i columns", (width) => {
    const long = new Map<string, PassageText>([
      ["a1#0", { kind: "words", words: "Nordland und der Süden ".repeat(20), line: 1 }],
    ]);
    const lines = textOf(["a1#0", "a1#3", "a2#6"], { width, passages: long }).split("\n");
    expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
  });

  test("are the same with colours and without", () => {
    const plain = textOf(["a1#0", "a2#6"], { passages: words });
    const coloured = textOf(["a1#0", "a2#6"], { passages: words, style: COLOURED });
    expect(coloured).not.toBe(plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours.
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
  });

  test("contain no control character from the graph or from a text", () => {
    const graph = hostileGraph();
    const hidden = "\u001b[31m\u202e";
    graph.setEdgeAttribute(INJECTION, "gist", hidden);
    graph.setEdgeAttribute(INJECTION, "answers", [hidden]);
    const passages = new Map<string, PassageText>([[INJECTION, { kind: "words", words: hidden, line: 1 }]]);
    const text = evidenceText(new Engine(graph).claims().groups([INJECTION]), { passages });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(text).toContain("\\u001b[31m\\u202e");
  });
});

test("only the first of many claims are printed", () => {
  const graph = inventedGraph();
  for (let at = 0; at < 30; at++) graph.addEdgeWithKey(`b#${at}`, "norland", "sudavia", { type: "BORDERS" });
  const text = evidenceText(new Engine(graph).claims().groups(graph.edges("norland", "sudavia")));
  expect(text).toContain("  … and 10 more claims\n");
});
