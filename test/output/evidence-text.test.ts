import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { evidenceText } from "../../src/output/evidence/evidence-text.ts";
import type { PassageText } from "../../src/output/evidence/passage-text.ts";
import { textWidth } from "../../src/output/rows/fit-text.ts";
import { COLOURED } from "../../src/output/text-style.ts";
import { hostileGraph, INJECTION, inventedGraph } from "../viewer/invented-graph.ts";

function told(claims: readonly string[], options: Parameters<typeof evidenceText>[1] = {}): string {
  const graph = inventedGraph();
  graph.setEdgeAttribute("a1#1", "answers", ["a1#0", "a2#6"]);
  return evidenceText(new Engine(graph).claims().groups(claims), options);
}

const words = new Map<string, PassageText>([
  ["a1#0", { kind: "words", words: "Norland arms\nthe south", line: 3 }],
  ["a1#1", { kind: "missing", reason: "no text" }],
]);

test("a claim is told with who says it, how, when and where, and with what speaks against it", () => {
  expect(`\n${told(["a1#0"], { passages: words })}`).toBe(`
Norland SUPPLIES_WEAPONS_TO Sudavia
contested
2 claims in one article uphold it, 1 denies it

  + Gist number 0.
    Ada Ström · accused · said 17 Apr 2025
    The Daily Ester, 4 May 2025: Arms for the south
    a1#0 · characters 0 to 1 · line 3
    answered by a1#1
    │ “Norland arms the south”

  Against it, and no part of the row

  − Gist number 1.
    Bruno Vale · denied · said 18 Apr 2025
    The Daily Ester, 4 May 2025: Arms for the south
    a1#1 · characters 1 to 2 · no text
    answers a1#0
    answers a2#6, Gist number 6.
`);
});

test("the article's voice and verdict, messengers, qualifiers and plans are told", () => {
  expect(told(["a1#3"])).toContain(
    "    the article in its own voice · affirmed · event 7 May 2025 – 10 May 2025\n    place: Isle of Ester\n",
  );
  expect(told(["a2#4"])).toContain("affirmed · planned · event Jun 2025");
  expect(told(["a2#5"])).toContain("Dmitri Orlov · affirmed · the article: false");
  expect(told(["a1#2"])).toContain("Dmitri Orlov, as told by The Daily Ester · affirmed");
});

test("a claim of another object is told as one that says otherwise", () => {
  const graph = inventedGraph();
  graph.setAttribute("functionalTypes", ["LEADS"]);
  graph.addEdgeWithKey("a3#1", "dmitri-orlov", "norland", { type: "LEADS", gist: "Orlov leads Norland." });
  const text = evidenceText(new Engine(graph).claims().groups(["a2#7"]));
  expect(text).toContain("1 claim in one article upholds it, 1 says otherwise\n");
  expect(text).toContain("  ≠ Orlov leads Norland.\n");
});

test("claims of a row that contradict each other are told in full once each", () => {
  const graph = inventedGraph();
  graph.setAttribute("functionalTypes", ["LEADS"]);
  graph.addEdgeWithKey("a3#1", "dmitri-orlov", "norland", { type: "LEADS", gist: "Orlov leads Norland." });
  const text = evidenceText(new Engine(graph).claims().groups(["a2#7", "a3#1"]));
  expect(text).not.toContain("no part of the row");
  expect(text).toContain("  Against it, and part of the row too\n\n  ≠ a3#1, Orlov leads Norland.\n\n");
  expect(text.match(/ {2}\+ /g)).toHaveLength(2);
});

test("denials are counted, whichever of them are told", () => {
  const graph = inventedGraph();
  graph.addEdgeWithKey("a3#1", "norland", "sudavia", { type: "SUPPLIES_WEAPONS_TO", stance: "denied" });
  const text = evidenceText(new Engine(graph).claims().groups(["a1#1"]));
  expect(text).toContain("2 claims in one article uphold it, 2 deny it\n");
});

test("claims of no article are not told as those of one", () => {
  const graph = inventedGraph();
  graph.addEdgeWithKey("k1", "bruno-vale", "norland", { type: "LEADS" });
  expect(evidenceText(new Engine(graph).claims().groups(["k1"]))).toContain("\n1 claim upholds it\n");
});

describe("the lines", () => {
  test.each([40, 80])("fit into %i columns", (width) => {
    const long = new Map<string, PassageText>([
      ["a1#0", { kind: "words", words: "Nordland und der Süden ".repeat(20), line: 1 }],
    ]);
    const lines = told(["a1#0", "a1#3", "a2#6"], { width, passages: long }).split("\n");
    expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
  });

  test("are the same without their colours", () => {
    const plain = told(["a1#0", "a2#6"], { passages: words });
    const coloured = told(["a1#0", "a2#6"], { passages: words, style: COLOURED });
    expect(coloured).not.toBe(plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours.
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
  });

  test("hold no control character of the graph or of a text", () => {
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

test("of many claims the first are told", () => {
  const graph = inventedGraph();
  for (let at = 0; at < 30; at++) graph.addEdgeWithKey(`b#${at}`, "norland", "sudavia", { type: "BORDERS" });
  const text = evidenceText(new Engine(graph).claims().groups(graph.edges("norland", "sudavia")));
  expect(text).toContain("  … and 10 more claims\n");
});
