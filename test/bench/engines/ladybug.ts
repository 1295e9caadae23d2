import { join } from "node:path";
import { TYPES } from "../news/news-graph.ts";
import type { BenchQuery, Cell, Parameters, Row } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, plainCell, textOf, UnableError } from "./bench-engine.ts";
import { requirePeer } from "./peer-packages.ts";

interface Ladybug {
  readonly Database: new (path: string) => object;
  readonly Connection: new (database: object) => Connection;
}

interface Connection {
  querySync(text: string): unknown;
  prepareSync(text: string): Statement;
  executeSync(statement: Statement, parameters: object): { getAllSync(): object[]; close(): void };
}

interface Statement {
  isSuccess(): boolean;
  getErrorMessage(): string;
}

/** Ladybug, and Kùzu, from which it was forked: one table of entities, and one table of relationships for each type. */
export class LadybugBench implements BenchEngine {
  readonly about: string;
  readonly #package: string;
  #connection: Connection | undefined;

  constructor(name: string, packageName: string) {
    this.about = `${name} in memory; hash index on an entity's id, a table for each type; called synchronously`;
    this.#package = packageName;
  }

  load(folder: string): void {
    const { Database, Connection } = requirePeer<Ladybug>(this.#package);
    const connection = new Connection(new Database(":memory:"));
    connection.querySync(
      `CREATE NODE TABLE Entity(id STRING PRIMARY KEY, label STRING, name STRING, aliases STRING[],
         country STRING, born INT32)`,
    );
    connection.querySync(
      `COPY Entity FROM (LOAD WITH HEADERS (id STRING, label STRING, name STRING, aliases STRING,
         country STRING, born INT32) FROM '${join(folder, "nodes.csv")}' (header = true)
       RETURN id, label, name, string_split(aliases, ';'), country, born)`,
    );
    for (const type of TYPES) {
      connection.querySync(
        `CREATE REL TABLE ${type}(FROM Entity TO Entity, article STRING, claimant STRING, said STRING,
           stance STRING, confidence DOUBLE)`,
      );
      connection.querySync(`COPY ${type} FROM '${join(folder, "claims", `${type}.csv`)}' (header = true)`);
    }
    this.#connection = connection;
  }

  prepare({ ladybug, cypher }: BenchQuery): PreparedBench {
    const connection = this.#connection as Connection;
    const text = textOf(ladybug ?? cypher);
    const statement = connection.prepareSync(text);
    if (!statement.isSuccess()) throw new UnableError(statement.getErrorMessage());
    // It rejects parameters that the text does not use.
    const mentioned = (parameters: Parameters) =>
      Object.fromEntries(Object.entries(parameters).filter(([name]) => text.includes(`$${name}`)));
    return {
      run: (parameters) => {
        const result = connection.executeSync(statement, mentioned(parameters));
        const rows = result.getAllSync();
        result.close();
        return rows;
      },
      rows: (answer) =>
        (answer as object[]).map((row): Row => Object.values(row).map((value): Cell => plainCell(value))),
    };
  }
}
