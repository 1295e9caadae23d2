/** One kind of input that the fuzzer makes and checks: queries, annotations, files to import. */
export interface Kind {
  /** Name of the inputs, for counts. */
  readonly plural: string;
  /** Returns the input with this number, which is always the same for a seed. */
  readonly input: (seed: number, number: number) => Input;
}

export interface Input {
  /** The complete input as text. */
  readonly text: string;
  /** @throws never, unless the check itself is wrong */
  readonly check: () => Check | Promise<Check>;
}

/** How one input ended. */
export interface Check {
  /** A word for the result, such as an error code; outcomes are counted. */
  readonly outcome: string;
  /** Broken rules; empty if everything is correct. */
  readonly violations: readonly Violation[];
  /** Milliseconds until the result or error. */
  readonly milliseconds: number;
}

/** A broken rule. Violations of the same rule at the same place count as equal and are printed once. */
export interface Violation {
  /** The broken rule, in constant words. */
  readonly rule: string;
  /** Distinguishes faults that break the same rule, such as the function that threw an error. */
  readonly place?: string | undefined;
  /** What happened, in full. */
  readonly detail: string;
}

/** A violation from an error. */
export function thrown(rule: string, error: unknown): Violation {
  if (!(error instanceof Error)) return { rule, place: typeof error, detail: String(error) };
  const stack = (error.stack ?? `${error.name}: ${error.message}`).split("\n");
  // The place where a stack overflows is random, as are numbers and texts in a message.
  const isOverflow = error instanceof RangeError && error.message.includes("call stack");
  const frame = isOverflow ? undefined : stack.find((line) => /^ +at /.test(line))?.trim();
  return { rule, place: frame ?? error.message, detail: stack.slice(0, 8).join("\n") };
}

/** The result of `check`, or the error it throws as a violation. */
export function violationsOf(rule: string, check: () => readonly Violation[]): readonly Violation[] {
  try {
    return check();
  } catch (error) {
    return [thrown(rule, error)];
  }
}

/** Returns a function that measures the milliseconds since this call, without time given to other programs. */
export function stopwatch(): () => number {
  const startedAt = performance.now();
  const usage = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(usage);
    return Math.min(performance.now() - startedAt, (user + system) / 1000);
  };
}
