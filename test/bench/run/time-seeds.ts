import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Engine } from "../../../src/engine.ts";
import { loadAnnotations } from "../../../src/files/load-annotations.ts";
import { formatRows } from "../../../src/output/rows/formats.ts";
import { summary, timed } from "../timing.ts";

const ROUNDS = 300;
const WARM_UP = 100;
/** The number of processes started to time the first query in each. */
const STARTS = 5;

/** A query of `examples/`. */
interface Example {
  readonly file: string;
  readonly text: string;
  readonly answer: string;
}

/**
 * Times `Engine.run` of the examples over the shipped seeds, and checks each result: warm runs, and the first query of
 * a process.
 */
export async function timeSeeds(): Promise<void> {
  const examples = readExamples();
  const { graph } = await loadAnnotations(join(process.cwd(), "seeds"));
  const engine = new Engine(graph);
  for (const { file, text, answer } of examples) {
    if (formatRows(engine.run(text), "table") !== answer) {
      console.log(`FAILED: ${file} returns the expected output`);
      process.exitCode = 1;
    }
  }
  const samples = examples.map((): number[] => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [at, { text }] of examples.entries()) {
      const milliseconds = timed(() => engine.run(text));
      if (round >= 0) samples[at]?.push(milliseconds);
    }
  }
  console.log(
    `run of an example over the seeds, warm, ms of ${ROUNDS} rounds; first of a process, ms of ${STARTS}`,
  );
  console.log(line(["query", "median", "p95", "first"]));
  for (const [at, { file }] of examples.entries()) {
    const { median, p95 } = summary(samples[at] ?? []);
    console.log(line([file, median.toFixed(4), p95.toFixed(4), firstRun(file).toFixed(1)]));
  }
}

/** The median over several processes. */
function firstRun(file: string): number {
  const main = join(import.meta.dirname, "first-query.js");
  const times = Array.from({ length: STARTS }, () => {
    const { stdout } = spawnSync(process.execPath, [main, file], { encoding: "utf8" });
    return Number(stdout);
  });
  return summary(times).median;
}

function readExamples(): Example[] {
  const folder = join(process.cwd(), "examples");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".cypher"))
    .sort()
    .map((file) => ({
      file,
      text: readFileSync(join(folder, file), "utf8"),
      answer: readFileSync(join(folder, file.replace(/\.cypher$/, ".txt")), "utf8"),
    }));
}

function line([name = "", ...cells]: readonly string[]): string {
  return [name.padEnd(32), ...cells.map((cell) => cell.padStart(9))].join(" ");
}
