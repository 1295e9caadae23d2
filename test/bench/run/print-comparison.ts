import { PEERS } from "../engines/all-engines.ts";
import type { ComparedQuery, Measured } from "./compare-engines.ts";
import type { EngineHandle } from "./engine-handle.ts";
import { isFailure } from "./messages.ts";

const NAME_WIDTH = 24;
const WIDTH = 19;

export function printLoads(engines: readonly EngineHandle[], claims: number): void {
  console.log("\nload, and memory per claim after it: JavaScript's heap and buffers; the process");
  for (const { name, loaded } of engines) {
    if (loaded === undefined) continue;
    if (isFailure(loaded)) {
      console.log(`${name.padEnd(12)} ${loaded.failure}`);
      continue;
    }
    const { milliseconds, heap, resident, about } = loaded;
    const bytes = [heap, resident].map((all) => `${Math.round(all / claims)} B`.padStart(8)).join("");
    console.log(`${name.padEnd(12)}${time(milliseconds).padStart(10)}${bytes}   ${about}`);
  }
}

/** Prints the memory again, including indexes that the queries built. */
export async function printMemory(engines: readonly EngineHandle[], claims: number): Promise<void> {
  const cells: string[] = [];
  for (const engine of engines) {
    const memory = await engine.memory();
    if (isFailure(memory)) continue;
    const { heap, resident } = memory;
    cells.push(`${engine.name} ${Math.round(heap / claims)} / ${Math.round(resident / claims)} B`);
  }
  console.log(`\nmemory per claim after all queries: ${cells.join(", ")}`);
}

export function printHeader(engines: readonly EngineHandle[]): void {
  const columns = ["cold", ...engines.map(({ name }) => name), "peer ÷ ours", "ours ÷ csr"];
  console.log(
    `\nmedian / p95 of a run; runs below 20 µs in batches; * with fewer parameters than the others\n${line("query", columns)}`,
  );
}

export function printQuery({ query, measured }: ComparedQuery): void {
  const ours = measured.find(({ engine }) => engine === "hearsay");
  const cells = [
    ours?.cold === undefined ? "" : time(ours.cold),
    ...measured.map(({ median, p95, fewer }) =>
      median === undefined || p95 === undefined
        ? "-"
        : `${timeRange(median, p95)}${fewer === undefined ? "" : "*"}`,
    ),
    ratio(fastestPeer(measured), ours?.median),
    ratio(ours?.median, medianOf(measured, "csr")),
  ];
  console.log(line(query, cells));
  for (const { engine, failure } of measured) {
    if (failure !== undefined) console.log(`  ${engine}: ${failure.replaceAll("\n", " ").slice(0, 400)}`);
  }
}

/** Prints the geometric means, and the number of queries on which Hearsay is the fastest. */
export function printMeans(compared: readonly ComparedQuery[]): void {
  const quotients = (
    of: (measured: readonly Measured[]) => readonly [number | undefined, number | undefined],
  ) =>
    compared.flatMap(({ measured }) => {
      const [one, other] = of(measured);
      return one === undefined || other === undefined ? [] : [one / other];
    });
  const ahead = quotients((measured) => [fastestPeer(measured), medianOf(measured, "hearsay")]);
  const behind = quotients((measured) => [medianOf(measured, "hearsay"), medianOf(measured, "csr")]);
  console.log("");
  if (ahead.length > 0) {
    const slower = ahead.filter((quotient) => quotient <= 1).length;
    console.log(`fastest peer ÷ ours: geometric mean ${mean(ahead)}, least ${shown(Math.min(...ahead))}`);
    console.log(`ours is the fastest on ${ahead.length - slower} of ${ahead.length}`);
  }
  if (behind.length > 0) {
    console.log(`ours ÷ csr: geometric mean ${mean(behind)}, most ${shown(Math.max(...behind))}`);
  }
}

function fastestPeer(measured: readonly Measured[]): number | undefined {
  const medians = measured.flatMap(({ engine, median }) =>
    PEERS.includes(engine) && median !== undefined ? [median] : [],
  );
  return medians.length === 0 ? undefined : Math.min(...medians);
}

function medianOf(measured: readonly Measured[], name: string): number | undefined {
  return measured.find(({ engine }) => engine === name)?.median;
}

function mean(quotients: readonly number[]): string {
  return shown(Math.exp(quotients.reduce((sum, quotient) => sum + Math.log(quotient), 0) / quotients.length));
}

function ratio(one: number | undefined, other: number | undefined): string {
  return one === undefined || other === undefined ? "" : shown(one / other);
}

function shown(quotient: number): string {
  return quotient >= 100 ? quotient.toFixed(0) : quotient.toPrecision(2);
}

/** Two times, with the unit written once if it is the same. */
function timeRange(median: number, p95: number): string {
  const [one, other] = [time(median), time(p95)];
  const [, unit] = one.split(" ");
  return unit === other.split(" ")[1] ? `${one.split(" ")[0]} / ${other}` : `${one} / ${other}`;
}

/** A time in µs, ms or s, with three digits. */
export function time(milliseconds: number): string {
  if (milliseconds < 0.9995) return `${(milliseconds * 1000).toPrecision(3)} µs`;
  if (milliseconds < 999.5) return `${milliseconds.toPrecision(3)} ms`;
  return `${(milliseconds / 1000).toPrecision(3)} s`;
}

function line(name: string, cells: readonly string[]): string {
  const [cold = "", ...others] = cells;
  return [name.padEnd(NAME_WIDTH), cold.padStart(9), ...others.map((cell) => cell.padStart(WIDTH))].join(" ");
}
