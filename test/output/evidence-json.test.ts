import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { jsonEvidence } from "../../src/output/evidence/evidence-json.ts";
import type { PassageText } from "../../src/output/evidence/passage-text.ts";
import { hostileGraph, INJECTION } from "../viewer/invented-graph.ts";
import { unsafe } from "./sample-rows.ts";

const ROWS = { columns: ["x"], rows: [["Sudavia"], [null]] };
/** Signs that a replacement would expand, and some that could end a text or a line. */
const HOSTILE = "$& costs $1, $$ or $'`\n}\n\u001b[31m\u202e\u{e0041}";

test("each row has its groups of claims, with the words of the claims", () => {
  const graph = hostileGraph();
  graph.setEdgeAttribute("a1#0", "gist", HOSTILE);
  const passages = new Map<string, PassageText>([
    ["a1#0", { kind: "words", words: HOSTILE, line: 3 }],
    ["a1#1", { kind: "missing", reason: "no text" }],
  ]);
  const groups = new Engine(graph).claims().groups(["a1#0", INJECTION]);
  const nodes = [{ key: "ada-strom", name: "Ada Ström" }];
  const json = jsonEvidence(
    ROWS,
    [
      { groups, nodes: [] },
      { groups: [], nodes },
    ],
    passages,
  );
  expect(json).not.toMatch(unsafe);
  const read = JSON.parse(json);
  expect(read).toMatchObject(ROWS);
  expect(read.evidence).toHaveLength(2);
  expect(read.evidence[1]).toEqual({ groups: [], nodes });
  const [group] = read.evidence[0].groups;
  expect(group.claims[0]).toMatchObject({ key: "a1#0", gist: HOSTILE, text: { words: HOSTILE, line: 3 } });
  expect(group.against[0]).toMatchObject({ key: "a1#1", text: { kind: "missing", reason: "no text" } });
});

test("every member is documented in the reference", () => {
  const engine = new Engine(hostileGraph());
  engine.graph.setEdgeAttribute("a1#1", "answers", ["a1#0"]);
  engine.graph.setAttribute("functionalTypes", ["LEADS"]);
  engine.graph.addEdgeWithKey("a3#1", "dmitri-orlov", "norland", { type: "LEADS" });
  const words = { kind: "words", words: "so", line: 1 } as const;
  const groups = engine.claims().groups(engine.graph.edges());
  const passages = new Map<string, PassageText>([
    ["a1#0", words],
    ["a1#1", { kind: "missing", reason: "no text" }],
  ]);
  const read = JSON.parse(jsonEvidence(ROWS, [{ groups, nodes: [] }], passages));
  const members = new Set<string>();
  JSON.stringify(read, (key, value) => {
    if (!/^\d*$/.test(key)) members.add(key);
    return value;
  });
  const reference = readFileSync(new URL("../../grammar/reference.md", import.meta.url), "utf8");
  const [, section = ""] = reference.match(/\n### Evidence as JSON\n([\s\S]*?)\n## /) ?? [];
  expect(members.size).toBeGreaterThan(30);
  expect(
    [...members].filter((member) => !section.includes(`\`${member}\``) && !section.includes(`"${member}"`)),
  ).toEqual([]);
});

test("a result without rows has no evidence", () => {
  expect(JSON.parse(jsonEvidence({ columns: ["x"], rows: [] }, []))).toEqual({
    columns: ["x"],
    rows: [],
    evidence: [],
  });
});
