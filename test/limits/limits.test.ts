import { expect, test } from "vitest";
import { LIMIT_TRIALS } from "./limit-queries.ts";
import { runTrial } from "./run-trial.ts";

/** A trial or two of each limit; `npm run limits` runs all of them. */
const trials = LIMIT_TRIALS.filter((_, at) => at % 10 === 1);

/** Far more than the limits, far less than the queries would take: a busy machine must not fail the test. */
const MILLISECONDS = 150_000;
const MEGABYTES = 1500;

test.each(trials)(
  "$limit: $query",
  (trial) => {
    const { outcome, hasDied, milliseconds, bytes } = runTrial(trial);
    expect(hasDied, outcome).toBe(false);
    expect(outcome).toMatch(/^(ResourceExhausted|NumberOutOfRange): |^\d+ rows?$/);
    expect(milliseconds).toBeLessThan(MILLISECONDS);
    expect(bytes / 2 ** 20).toBeLessThan(trial.limit === "maxMemory" ? MEGABYTES / 3 : MEGABYTES);
  },
  200_000,
);
