import { summary } from "../timing.ts";
import { EngineHandle } from "./engine-handle.ts";
import { isFailure, type Loaded } from "./messages.ts";
import { time } from "./print-comparison.ts";

/** Loads the same files with each engine in turns, in a new process each time, and prints the medians. */
export async function compareLoads(
  names: readonly string[],
  folder: string,
  claims: number,
  rounds: number,
): Promise<void> {
  const loads = new Map(names.map((name) => [name, [] as Loaded[]]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const engine = new EngineHandle(name, folder);
      const loaded = await engine.load();
      engine.close();
      if (isFailure(loaded)) console.log(`${name}: ${loaded.failure}`);
      else loads.get(name)?.push(loaded);
    }
  }
  console.log(line(["engine", "median", "least", "heap", "process"]));
  for (const [name, all] of loads) {
    const medianOf = (measure: (loaded: Loaded) => number) => summary(all.map(measure)).median;
    const milliseconds = all.map((loaded) => loaded.milliseconds);
    console.log(
      line([
        name,
        time(summary(milliseconds).median),
        time(Math.min(...milliseconds)),
        `${Math.round(medianOf(({ heap }) => heap) / claims)} B`,
        `${Math.round(medianOf(({ resident }) => resident) / claims)} B`,
      ]),
    );
  }
}

function line([name = "", ...cells]: readonly string[]): string {
  return [name.padEnd(12), ...cells.map((cell) => cell.padStart(10))].join(" ");
}
