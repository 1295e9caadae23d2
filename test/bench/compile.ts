import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Engine } from "../../src/engine.ts";
import { loadAnnotations } from "../../src/files/load-annotations.ts";
import { formatRows } from "../../src/output/rows/formats.ts";
import { parse, parseAll } from "../../src/syntax/parse.ts";
import { tokenize } from "../../src/syntax/tokenize.ts";
import { SHAPES } from "./long-queries.ts";
import { summary, timed } from "./timing.ts";

/**
 * `npm run bench:compile`: the time from a query's text to its plan. First for each query of `examples/`, over the
 * shipped seeds; then the time per token for queries of increasing length. Exits with code 1 if a result is wrong, the
 * median is not below the limit, or the time per token grows.
 */
const ROUNDS = 300;
const WARM_UP = 200;
/** Milliseconds. */
const LIMIT = 0.5;
const LENGTHS = [100, 300, 1000, 3000, 10_000];
/** The allowed growth of the time per token, from 1,000 tokens to the longest query. */
const GROWTH = 1.5;

const root = process.cwd();
await timeExamples();
timeTokens();

async function timeExamples(): Promise<void> {
  const { graph } = await loadAnnotations(join(root, "seeds"));
  const engine = new Engine(graph);
  const folder = join(root, "examples");
  const queries = readdirSync(folder)
    .filter((file) => file.endsWith(".cypher"))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
  for (const { file, text } of queries) {
    const answer = readFileSync(join(folder, file.replace(/\.cypher$/, ".txt")), "utf8");
    check(formatRows(engine.run(text), "table") === answer, `${file} returns the expected output`);
  }

  // The engine caches plans by text. A number in a comment makes each text new.
  const compile = queries.map((): number[] => []);
  const parsing = queries.map((): number[] => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [at, { text }] of queries.entries()) {
      const milliseconds = timed(() => engine.prepare(`${text} // ${round}`));
      if (round >= 0) compile[at]?.push(milliseconds);
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { text }] of queries.entries()) parsing[at]?.push(timed(() => parse(text)));
  }

  console.log(`parse, bind and plan, warm, ms of ${ROUNDS} rounds`);
  print(["query", "tokens", "median", "p95", "parse"], 28);
  for (const [at, { file, text }] of queries.entries()) {
    const { median, p95 } = summary(compile[at] ?? []);
    const ofParsing = summary(parsing[at] ?? []).median;
    print([file, String(tokenize(text).length), shown(median), shown(p95), shown(ofParsing)], 28);
  }
  const { median, p95 } = summary(compile.flat());
  print(["all", "", shown(median), shown(p95), shown(summary(parsing.flat()).median)], 28);
  check(median < LIMIT, `the median is below ${LIMIT} ms`);
}

function timeTokens(): void {
  console.log("\nparse, warm, µs per token, by the tokens of the query");
  print(["query", ...LENGTHS.map(String), "growth"], 20);
  for (const { name, query } of SHAPES) {
    const texts = LENGTHS.map(query);
    const counts = texts.map((text) => tokenize(text).length);
    for (const [at, text] of texts.entries()) {
      check(Math.abs((counts[at] ?? 0) / (LENGTHS[at] ?? 1) - 1) < 0.2, `${name} have the expected length`);
      check(parseAll(text).length === 1, `${name} have exactly one parse`);
    }
    // Interleave the lengths, so that a slow moment of the machine affects all of them; run short ones more often.
    const perToken = texts.map((): number[] => []);
    for (let round = -2; round < 7; round++) {
      for (const [at, text] of texts.entries()) {
        const count = counts[at] ?? 1;
        for (let times = Math.ceil(3000 / count); times > 0; times--) {
          const microseconds = timed(() => parse(text)) * 1000;
          if (round >= 0) perToken[at]?.push(microseconds / count);
        }
      }
    }
    const medians = perToken.map((samples) => summary(samples).median);
    const growth = (medians.at(-1) ?? 0) / (medians[LENGTHS.indexOf(1000)] ?? 1);
    print([name, ...medians.map((median) => median.toFixed(1)), growth.toFixed(2)], 20);
    check(growth < GROWTH, `the time per token of ${name} does not grow with the length`);
  }
}

function check(holds: boolean, claim: string): void {
  if (holds) return;
  console.log(`FAILED: ${claim}`);
  process.exitCode = 1;
}

function print([name = "", ...numbers]: readonly string[], width: number): void {
  console.log([name.padEnd(width), ...numbers.map((number) => number.padStart(8))].join(" "));
}

function shown(milliseconds: number): string {
  return milliseconds.toFixed(3);
}
