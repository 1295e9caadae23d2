import { join } from "node:path";
import { TYPES } from "../news/news-graph.ts";
import type { BenchQuery, Parameters, Row } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, plainCell, textOf } from "./bench-engine.ts";
import { requirePeer } from "./peer-packages.ts";

interface DuckDb {
  readonly listValue: (items: readonly unknown[]) => unknown;
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

interface Connection {
  run(sql: string): Promise<unknown>;
  prepare(sql: string): Promise<Statement>;
}

interface Statement {
  readonly parameterCount: number;
  bind(values: Readonly<Record<string, unknown>>): void;
  runAndReadAll(): Promise<{ getRows(): unknown[][] }>;
}

/** Tables as a DuckDB user would design them. Claims are in the order in which most queries read them. */
export class DuckDbBench implements BenchEngine {
  readonly about =
    "DuckDB in memory; entities and articles by INTEGER, types and stances ENUM, dates DATE; claims sorted by " +
    "type, subject, object; ART indexes on an entity's id and name";
  #connection: Connection | undefined;

  async load(folder: string): Promise<void> {
    const { DuckDBInstance } = requirePeer<DuckDb>("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const types = TYPES.map((name) => `'${name}'`).join(", ");
    const read = (file: string) =>
      `read_csv('${join(folder, file)}', header = true, all_varchar = true, nullstr = '')`;
    for (const sql of [
      `CREATE TYPE relationship_type AS ENUM (${types})`,
      "CREATE TYPE stance AS ENUM ('affirmed', 'denied', 'accused', 'warned')",
      `CREATE TABLE entity AS SELECT (row_number() OVER ())::INTEGER AS number, "id:ID" AS id,
         "labels:LABEL" AS label, name, string_split("aliases:string[]", ';') AS aliases, country,
         "born:int"::INTEGER AS born FROM ${read("nodes.csv")}`,
      `CREATE TEMP TABLE line AS SELECT * FROM ${read("claims.csv")}`,
      `CREATE TABLE article AS SELECT (row_number() OVER ())::INTEGER AS number, id
       FROM (SELECT DISTINCT article AS id FROM line ORDER BY id)`,
      `CREATE TABLE claim AS SELECT (row_number() OVER ())::INTEGER AS number, s.number AS subject,
         ":TYPE"::relationship_type AS type, o.number AS object, a.number AS article, c.number AS claimant,
         said::DATE AS said, stance::stance AS stance, "confidence:float"::DOUBLE AS confidence
       FROM line JOIN entity s ON s.id = ":START_ID" JOIN entity o ON o.id = ":END_ID"
         JOIN article a ON a.id = article LEFT JOIN entity c ON c.id = claimant
       ORDER BY type, subject, object`,
      "DROP TABLE line",
      "CREATE VIEW link AS SELECT subject AS near, object AS far FROM claim UNION ALL SELECT object, subject FROM claim",
      "CREATE UNIQUE INDEX entity_id ON entity (id)",
      "CREATE INDEX entity_name ON entity (name)",
      "ANALYZE",
    ]) {
      await connection.run(sql);
    }
    this.#connection = connection;
  }

  async prepare({ sql }: BenchQuery): Promise<PreparedBench> {
    const { listValue } = requirePeer<DuckDb>("@duckdb/node-api");
    const withLists = (parameters: Parameters) =>
      Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [
          name,
          Array.isArray(value) ? listValue(value) : value,
        ]),
      );
    const statement = await (this.#connection as Connection).prepare(textOf(sql));
    return {
      run: async (parameters) => {
        statement.bind(withLists(parameters));
        return (await statement.runAndReadAll()).getRows();
      },
      rows: (answer) => (answer as unknown[][]).map((row): Row => row.map(plainCell)),
    };
  }
}
