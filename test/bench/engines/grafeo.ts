import { join } from "node:path";
import { readCsv } from "../news/read-csv.ts";
import type { BenchQuery, Row } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, plainCell, textOf } from "./bench-engine.ts";
import { requirePeer } from "./peer-packages.ts";

interface Grafeo {
  readonly GrafeoDB: { create(): GrafeoDatabase };
}

interface GrafeoDatabase {
  batchCreateNodesWithProps(label: string, properties: readonly object[]): Promise<readonly number[]>;
  batchCreateEdges(edges: readonly object[]): Promise<unknown>;
  executeCypher(text: string, parameters?: object): Promise<{ rows(): unknown[][] }>;
}

const BATCH = 50_000;
const INDEXED = ["id", "name", "country"];

export class GrafeoBench implements BenchEngine {
  readonly about =
    `Grafeo 0.6.0 in memory; property indexes on an entity's ${INDEXED.join(", ")}; ` +
    "has no import of relationships: rows are read in JavaScript and passed on in batches";
  #database: GrafeoDatabase | undefined;

  async load(folder: string): Promise<void> {
    const database = requirePeer<Grafeo>("@grafeo-db/js").GrafeoDB.create();
    for (const property of INDEXED) {
      await database.executeCypher(`CREATE INDEX entity_${property} FOR (n:Person) ON (n.${property})`);
    }
    const nodes = await loadNodes(database, join(folder, "nodes.csv"));
    await loadRelationships(database, join(folder, "claims.csv"), nodes);
    this.#database = database;
  }

  prepare({ grafeo, cypher }: BenchQuery): PreparedBench {
    const database = this.#database as GrafeoDatabase;
    const text = textOf(grafeo ?? cypher);
    return {
      run: async (parameters) => (await database.executeCypher(text, parameters)).rows(),
      rows: (answer) => (answer as unknown[][]).map((row): Row => row.map(plainCell)),
    };
  }
}

/** The number assigned to each entity, by its id. */
async function loadNodes(database: GrafeoDatabase, path: string): Promise<ReadonlyMap<string, number>> {
  const byLabel = new Map<string, { id: string }[]>();
  for (const [id = "", label = "", name, aliases, country, born] of readCsv(path)) {
    const properties = {
      id,
      name,
      ...(aliases && { aliases: aliases.split(";") }),
      ...(country && { country }),
      ...(born && { born: Number(born) }),
    };
    const others = byLabel.get(label);
    if (others === undefined) byLabel.set(label, [properties]);
    else others.push(properties);
  }
  const numbers = new Map<string, number>();
  for (const [label, nodes] of byLabel) {
    const made = await database.batchCreateNodesWithProps(label, nodes);
    for (const [at, { id }] of nodes.entries()) numbers.set(id, made[at] as number);
  }
  return numbers;
}

async function loadRelationships(
  database: GrafeoDatabase,
  path: string,
  nodes: ReadonlyMap<string, number>,
): Promise<void> {
  let batch: object[] = [];
  for (const row of readCsv(path)) {
    const [subject = "", type, object = "", article, claimant, said, stance, confidence] = row;
    const properties = {
      article,
      said,
      stance,
      confidence: Number(confidence),
      ...(claimant && { claimant }),
    };
    batch.push({ src: nodes.get(subject), dst: nodes.get(object), type, properties });
    if (batch.length < BATCH) continue;
    await database.batchCreateEdges(batch);
    batch = [];
  }
  await database.batchCreateEdges(batch);
}
