import type { Scene } from "../output/scene.ts";

export interface ExampleQuery {
  readonly label: string;
  readonly query: string;
}

/** Queries to start from, about the names that this graph says most of. */
export function exampleQueries(scene: Scene, speaker: string | undefined): ExampleQuery[] {
  const label = (key: string) => scene.nodes.find((node) => node.key === key)?.label;
  const examples: ExampleQuery[] = [];
  const hub = scene.nodes[0]?.label;
  if (hub !== undefined) {
    examples.push({
      label: `All about ${hub}`,
      query: `(${quoted(hub)})-[r]-(other)\nRETURN type(r), other, r.claimant, r.gist`,
    });
  }
  const pair = [...scene.bundles].sort(
    (a, b) => Number(b.contested) - Number(a.contested) || b.claims.length - a.claims.length,
  )[0];
  const [from, to] = pair ? [label(pair.source), label(pair.target)] : [];
  if (from !== undefined && to !== undefined) {
    examples.push({
      label: `Who says what of ${from} and ${to}`,
      query: `MATCH (${quoted(from)})-[r]-(${quoted(to)})\nRETURN r.claimant, type(r), r.stance, r.gist, r.article`,
    });
  }
  if (speaker !== undefined) {
    examples.push({
      label: `According to ${speaker}`,
      query: `MATCH (a)-[r]->(b) ACCORDING TO ${quoted(speaker)}\nRETURN a, type(r), b, r.stance`,
    });
  }
  examples.push(
    {
      label: "What is denied, and by whom",
      query: "MATCH (a)-[r]->(b) WHERE r.stance = 'denied'\nRETURN r.claimant, a, type(r), b",
    },
    {
      label: "Relationships that several articles report",
      query:
        "MATCH (a)-[r]->(b)\nWITH a, type(r) AS type, b, count(DISTINCT r.article) AS articles\nWHERE articles > 1\nRETURN a, type, b, articles ORDER BY articles DESC",
    },
  );
  return examples;
}

/** `name` as a string of the query language. */
function quoted(name: string): string {
  return `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
