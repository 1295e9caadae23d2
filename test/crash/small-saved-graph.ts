import { saveGraph } from "../../src/files/save-graph.ts";
import { importGraphText } from "../../src/ingest/import-graph.ts";

const NODES = `id:ID,:LABEL,name,aliases:string[],born:int
xi,Person,Xi Jinping,Xi;President Xi,1953
moscow,City,Moscow,,
`;
const CLAIMS = `:START_ID,:TYPE,:END_ID,stance,said:date,confidence:float,reviewed:boolean
xi,VISITS,moscow,affirmed,2025-05-07,1,true
xi,VISITS,moscow,denied,,0.5,false
`;

/** Saves a graph with every kind of column in a folder. */
export async function saveSmallGraph(folder: string): Promise<void> {
  const columns = await importGraphText({
    nodes: [{ name: "nodes.csv", chunks: [NODES] }],
    relationships: [{ name: "claims.csv", chunks: [CLAIMS] }],
  });
  await saveGraph(columns, folder);
}
