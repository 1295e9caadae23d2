import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { PromptSession } from "../../../src/cli/prompt/prompt-session.ts";
import { Engine } from "../../../src/engine.ts";
import { columnsOfGraph } from "../../../src/graph/columns-of-graph.ts";
import { MultiDirectedGraph } from "../../../src/graph/graphology.ts";

function meeting(): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  graph.addNode("xi", { labels: ["Person"], name: "Xi Jinping" });
  graph.addNode("moscow", { labels: ["City"], name: "Moscow" });
  graph.addDirectedEdgeWithKey("1", "xi", "moscow", { type: "VISITS" });
  return graph;
}

function sessionOf(engine: Engine): PromptSession {
  const stdout = new PassThrough().resume();
  return new PromptSession(engine, { stdin: new PassThrough(), stdout, stderr: stdout, environment: {} });
}

test.each([
  ["annotations", () => new Engine(meeting())],
  ["an import", () => new Engine(columnsOfGraph(meeting()))],
])("completion candidates of a graph of %s are cached until it changes", async (_what, engineOf) => {
  const session = sessionOf(engineOf());
  const { words, columns } = session;
  expect(words).toMatchObject({ labels: ["Person", "City"], names: ["Xi Jinping", "Moscow"] });
  await session.run("MATCH (n) RETURN n");
  expect(session.words).toBe(words);
  expect(session.columns).toBe(columns);
  // No label is new to the graph as a whole.
  await session.run("MATCH (n:City) SET n:Person, n.name = 'Port Mira'");
  expect(session.words.names).toEqual(["Xi Jinping", "Port Mira"]);
  expect(session.columns.nodes.labelSets).toContainEqual(["City", "Person"]);
});
