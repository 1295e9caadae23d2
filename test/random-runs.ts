/**
 * The number of runs of random tests. `npm test` makes a few runs from a fixed seed, so that the result is always the
 * same; `npm run test:deep` makes `TEST_DEPTH` times as many runs from a new seed, which it prints (`vite.config.ts`).
 */
import fc from "fast-check";

const DEPTH = Number(process.env["TEST_DEPTH"] ?? 1);
const SEED = Number(process.env["TEST_SEED"] ?? 1);

/** The number of runs of a property: `count` in `npm test`, more in `npm run test:deep`. */
export function runs(count: number): number {
  return count * DEPTH;
}

/** Every third of `items` in `npm test`, all of them in `npm run test:deep`: for cases that are alike. */
export function sample<Item>(items: readonly Item[]): readonly Item[] {
  return DEPTH > 1 ? items : items.filter((_, at) => at % 3 === 0);
}

// Defaults for properties that set no options.
fc.configureGlobal({ seed: SEED, numRuns: runs(100) });
