/**
 * How far the random tests search. `npm test` makes a few runs from a fixed seed, and so finds the same each time;
 * `npm run test:deep` makes `TEST_DEPTH` times as many from a new seed, which it prints (`vite.config.ts`).
 */
import fc from "fast-check";

const DEPTH = Number(process.env["TEST_DEPTH"] ?? 1);
const SEED = Number(process.env["TEST_SEED"] ?? 1);

/** Runs of a property that makes `count` of them in `npm test`. */
export function runs(count: number): number {
  return count * DEPTH;
}

// For properties that ask for nothing else.
fc.configureGlobal({ seed: SEED, numRuns: runs(100) });
