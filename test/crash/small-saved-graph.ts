import { saveGraph } from "../../src/files/save-graph.ts";
import { importGraphText } from "../../src/import/import-graph.ts";

const NODES = `id:ID,:LABEL
xi,Person
moscow,City
`;
const CLAIMS = `:START_ID,:TYPE,:END_ID,stance,said:date
xi,VISITS,moscow,affirmed,2025-05-07
xi,VISITS,moscow,denied,
`;

/** Saves a graph of a few thousand bytes in a folder. */
export async function saveSmallGraph(folder: string): Promise<void> {
  const columns = await importGraphText({
    nodes: [{ name: "nodes.csv", chunks: [NODES] }],
    relationships: [{ name: "claims.csv", chunks: [CLAIMS] }],
  });
  await saveGraph(columns, folder);
}
