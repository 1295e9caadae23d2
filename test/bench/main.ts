import { parseArgs } from "node:util";
import { OURS, PEERS } from "./engines/all-engines.ts";
import { generateNews } from "./news/generate-news.ts";
import { writeNewsFiles } from "./news/write-news-files.ts";
import { parameterSets, QUERIES } from "./queries/all-queries.ts";
import { type ComparedQuery, compareEngines } from "./run/compare-engines.ts";
import { compareLoads } from "./run/compare-loads.ts";
import { countWork } from "./run/count-work.ts";
import { EngineHandle } from "./run/engine-handle.ts";
import { installPeers } from "./run/install-peers.ts";
import { printHeader, printLoads, printMeans, printMemory, printQuery } from "./run/print-comparison.ts";
import { timeEvidence } from "./run/time-evidence.ts";
import { timeSeeds } from "./run/time-seeds.ts";

/**
 * Measures how fast queries run, compared with other engines:
 *
 *     npm run bench -- [--size 10k,100k,1m] [--query TEXT] [--only hearsay,csr] [--rounds 5] [--peers]
 *     npm run bench -- --loads    loading only, interleaved
 *     npm run bench -- --evidence the cost of evidence
 *     npm run bench -- --work     counted db hits and their growth, up to 1m
 *     npm run bench -- --seeds    the examples over the shipped seeds
 *
 * `--peers` installs other engines into `.bench/peers` and runs them interleaved with Hearsay. Every result is compared
 * with that of the hand-written baseline before its time counts.
 */
const { values } = parseArgs({
  options: {
    size: { type: "string" },
    query: { type: "string", multiple: true, default: [""] },
    only: { type: "string" },
    rounds: { type: "string", default: "5" },
    peers: { type: "boolean", default: false },
    loads: { type: "boolean", default: false },
    evidence: { type: "boolean", default: false },
    work: { type: "boolean", default: false },
    seeds: { type: "boolean", default: false },
  },
});

if (values.peers) installPeers();
const names = values.only?.split(",") ?? [...OURS, ...(values.peers ? PEERS : [])];
const queries = QUERIES.filter(({ name }) => values.query.some((text) => name.includes(text)));
const sizes = (values.size ?? (values.work ? "10k,100k,1m" : "10k,100k")).split(",").map(countOf);

if (values.seeds) await timeSeeds();
else if (values.work) await countWork(sizes, queries);
else for (const size of sizes) await benchSize(size);

async function benchSize(claims: number): Promise<void> {
  const folder = writeNewsFiles(claims);
  console.log(`\n${claims.toLocaleString("en")} claims`);
  if (values.evidence) return timeEvidence(claims, queries);
  if (values.loads) return compareLoads([...names, "reopened"], folder, claims, Number(values.rounds));
  const sets = parametersOf(claims);
  const engines = names.map((name) => new EngineHandle(name, folder));
  try {
    for (const engine of engines) await engine.load();
    printLoads([...engines, ...(names.includes("hearsay") ? [await reopened(folder)] : [])], claims);
    printHeader(engines);
    const compared: ComparedQuery[] = [];
    for (const [at, query] of queries.entries()) {
      compared.push(await compareEngines(engines, query, sets[at] ?? [], Number(values.rounds)));
      printQuery(compared.at(-1) as ComparedQuery);
    }
    printMeans(compared);
    await printMemory(engines, claims);
  } finally {
    for (const engine of engines) engine.close();
  }
}

/** Hearsay again, loaded from a saved graph, then stopped. */
async function reopened(folder: string): Promise<EngineHandle> {
  const handle = new EngineHandle("reopened", folder);
  await handle.load();
  handle.close();
  return handle;
}

/** The graph from which parameters are drawn is not kept. */
function parametersOf(claims: number) {
  const news = generateNews(claims);
  return queries.map((query) => parameterSets(query, news));
}

function countOf(size: string): number {
  const count = Number(size.replace(/k$/i, "000").replace(/m$/i, "000000"));
  if (Number.isSafeInteger(count) && count >= 100) return count;
  throw new Error(`--size takes numbers such as 10k,100k,1m, not ${size}`);
}
