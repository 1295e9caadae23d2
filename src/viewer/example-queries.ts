import type { Scene, SceneBundle } from "./scene.ts";

export interface ExampleQuery {
  readonly label: string;
  readonly query: string;
}

/** Example queries about the most claimed names of the graph; `speakers` are sorted by the number of their claims. */
export function exampleQueries(scene: Scene, speakers: readonly string[]): ExampleQuery[] {
  const label = (key: string) => scene.nodes.find((node) => node.key === key)?.label;
  const examples: ExampleQuery[] = [];
  const hub = scene.nodes[0]?.label;
  if (hub !== undefined) {
    examples.push({
      label: `All about ${hub}`,
      query: `(${quoted(hub)})-[r]-(other)\nRETURN r, other, r.claimant, r.stance, r.gist`,
    });
  }
  const weight = ({ contested, claims }: SceneBundle) => claims.length + (contested ? 3 : 0);
  const pair = [...scene.bundles].sort((a, b) => weight(b) - weight(a))[0];
  const [from, to] = pair ? [label(pair.source), label(pair.target)] : [];
  if (from !== undefined && to !== undefined) {
    examples.push({
      label: `Who says what about ${from} and ${to}`,
      query: `MATCH (${quoted(from)})-[r]-(${quoted(to)})\nRETURN r.claimant, r, r.stance, r.gist, r.article`,
    });
  }
  const people = new Set(
    scene.nodes.filter(({ labels }) => labels.includes("Person")).map(({ label }) => label),
  );
  const speaker = speakers.find((name) => people.has(name)) ?? speakers[0];
  if (speaker !== undefined) {
    examples.push({
      label: `According to ${speaker}`,
      query: `MATCH (a)-[r]->(b) ACCORDING TO ${quoted(speaker)}\nRETURN a, r, b, r.stance, r.modality`,
    });
  }
  examples.push(
    {
      label: "What is denied, and by whom",
      query: "MATCH (a)-[r]->(b) WHERE r.stance = 'denied'\nRETURN r.claimant, a, r, b",
    },
    {
      label: "Relationships that several articles report",
      query:
        "MATCH (a)-[r]->(b)\nWITH a, type(r) AS type, b, count(DISTINCT r.article) AS articles, collect(r) AS claims\nWHERE articles > 1\nRETURN a, type, b, articles, claims ORDER BY articles DESC",
    },
  );
  return examples;
}

/** `name` as an openCypher string. */
function quoted(name: string): string {
  return `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
