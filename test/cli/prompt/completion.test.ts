import { describe, expect, test } from "vitest";
import { complete } from "../../../src/cli/prompt/completion.ts";
import { completionWords } from "../../../src/cli/prompt/completion-words.ts";
import { columnsOfGraph } from "../../../src/graph/columns-of-graph.ts";
import { MultiDirectedGraph } from "../../../src/graph/graphology.ts";

const graph = new MultiDirectedGraph();
graph.addNode("xi", { labels: ["Person"], name: "Xi Jinping", aliases: ["President Xi"] });
graph.addNode("pla", { labels: ["Organization"], name: "People's Liberation Army", aliases: [] });
graph.addEdge("xi", "pla", { type: "PRAISES", gist: "..." });
const words = completionWords(columnsOfGraph(graph));

describe("completion", () => {
  test("offers no name with unprintable characters", () => {
    const names = ["Xi Jinping", "Xi \u001b[2J", "Xi \u202e", "Xi\nPutin"];
    expect(complete('MATCH ("Xi', { ...words, names })).toEqual([["Xi Jinping"], "Xi"]);
  });

  test.each([
    ["MATCH p = short", ["shortestPath(("], "short"],
    [":he", ["help"], "he"],
    [":wh", ["why"], "wh"],
    ["mat", ["MATCH "], "mat"],
    ["MATCH (a:Pe", ["Person"], "Pe"],
    ["MATCH (a)-[r:", ["PRAISES"], ""],
    ["MATCH (a)-[r:MEETS|pr", ["PRAISES"], "pr"],
    ["MATCH (a) RETURN a.", ["aliases", "gist", "name"], ""],
    ['MATCH ("pre', ["President Xi"], "pre"],
    ["MATCH ('xi j", ["Xi Jinping"], "xi j"],
    [`MATCH ("Xi") RETURN 'it\\'s' + na`, [], "na"],
    ["RETURN 1 ", [], ""],
  ])("of %j is %j", (line, candidates, replaced) => {
    expect(complete(line, words)).toEqual([candidates, replaced]);
  });
});
