import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { generateNews } from "./generate-news.ts";
import { articleIdOf, DATES, idOf, LABELS, type NewsGraph, STANCES, TYPES } from "./news-graph.ts";

/** Increment when the same count and seed produce a different graph. */
const VERSION = 1;
/** The number of characters buffered before writing. */
const CHUNK = 1 << 20;

/**
 * The folder of a graph's files: `nodes.csv` and `claims.csv`, with the headers of Neo4j's import; and
 * `claims/TYPE.csv`, without the type, for engines that need one file per type.
 */
export function newsFolder(count: number, seed = 1): string {
  return join(process.cwd(), ".bench", `news-${count}-${seed}-v${VERSION}`);
}

/** The graph in a folder. It is generated again, which is faster than reading it. */
export function newsOf(folder: string): NewsGraph {
  const [, count, seed] = /news-(\d+)-(\d+)-/.exec(folder) ?? [];
  return generateNews(Number(count), Number(seed));
}

/** Writes the graph's files unless they exist, and returns their folder. */
export function writeNewsFiles(count: number, seed = 1): string {
  const folder = newsFolder(count, seed);
  if (existsSync(folder)) return folder;
  const news = generateNews(count, seed);
  const written = `${folder}.tmp`;
  mkdirSync(join(written, "claims"), { recursive: true });
  writeNodes(join(written, "nodes.csv"), news);
  writeClaims(join(written, "claims.csv"), news);
  for (const [type, name] of TYPES.entries()) writeClaims(join(written, "claims", `${name}.csv`), news, type);
  renameSync(written, folder);
  return folder;
}

function writeNodes(path: string, { entities }: NewsGraph): void {
  const file = new ChunkedFile(path);
  file.write("id:ID,labels:LABEL,name,aliases:string[],country,born:int\n");
  for (let entity = 0; entity < entities.count; entity++) {
    const country = entities.countries[entity] as number;
    file.write(
      `${[
        idOf(entity),
        LABELS[entities.labels[entity] as number],
        entities.names[entity],
        quoted(entities.aliases[entity]?.join(";") ?? ""),
        country === 0 ? "" : entities.countryNames[country - 1],
        entities.born[entity] || "",
      ].join(",")}\n`,
    );
  }
  file.close();
}

/** Writes all claims, or those of one type without a column for it. */
function writeClaims(path: string, { claims }: NewsGraph, only?: number): void {
  const file = new ChunkedFile(path);
  const typeColumn = only === undefined ? ":TYPE," : "";
  file.write(`:START_ID,${typeColumn}:END_ID,article,claimant,said,stance,confidence:float\n`);
  for (let claim = 0; claim < claims.count; claim++) {
    const type = claims.types[claim] as number;
    if (only !== undefined && type !== only) continue;
    const claimant = claims.claimants[claim] as number;
    const typeCell = only === undefined ? `${TYPES[type]},` : "";
    file.write(
      `${idOf(claims.subjects[claim] as number)},${typeCell}${idOf(claims.objects[claim] as number)},` +
        `${articleIdOf(claims.articles[claim] as number)},${claimant === 0 ? "" : idOf(claimant - 1)},` +
        `${DATES[claims.days[claim] as number]},${STANCES[claims.stances[claim] as number]},` +
        `${claims.confidences[claim]}\n`,
    );
  }
  file.close();
}

function quoted(text: string): string {
  return text.includes(",") ? `"${text}"` : text;
}

class ChunkedFile {
  readonly #file: number;
  #waiting = "";

  constructor(path: string) {
    this.#file = openSync(path, "w");
  }

  write(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length >= CHUNK) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#waiting);
    this.#waiting = "";
  }
}
