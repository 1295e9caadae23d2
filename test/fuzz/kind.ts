/** One kind of input that the fuzzer makes and checks: queries, annotations, files to import. */
export interface Kind {
  /** What the inputs are called where they are counted. */
  readonly plural: string;
  /** The input with this number: always the same for a seed. */
  readonly input: (seed: number, number: number) => Input;
}

export interface Input {
  /** All that the input consists of, as text. */
  readonly text: string;
  /** @throws never, unless the check itself is wrong */
  readonly check: () => Check | Promise<Check>;
}

/** How one input ended. */
export interface Check {
  /** A word for what came of it, such as an error code: these are counted. */
  readonly outcome: string;
  /** What must never happen; empty if all is well. */
  readonly violations: readonly Violation[];
  /** Milliseconds until the result or the error was there. */
  readonly milliseconds: number;
}

/** Violations of the same rule at the same place are taken for equal, and printed once. */
export interface Violation {
  /** What was broken, always in the same words. */
  readonly rule: string;
  /** Distinguishes faults that break the same rule, such as the function that threw an error. */
  readonly place?: string | undefined;
  /** What happened, in full. */
  readonly detail: string;
}

/** A violation that an error shows. */
export function thrown(rule: string, error: unknown): Violation {
  if (!(error instanceof Error)) return { rule, place: typeof error, detail: String(error) };
  const stack = (error.stack ?? `${error.name}: ${error.message}`).split("\n");
  // Where a stack overflows is chance, and so are the numbers and texts in a message.
  const isOverflow = error instanceof RangeError && error.message.includes("call stack");
  const frame = isOverflow ? undefined : stack.find((line) => /^ +at /.test(line))?.trim();
  return { rule, place: frame ?? error.message, detail: stack.slice(0, 8).join("\n") };
}

/** The violation that `check` throws, or what it gives. */
export function violationsOf(rule: string, check: () => readonly Violation[]): readonly Violation[] {
  try {
    return check();
  } catch (error) {
    return [thrown(rule, error)];
  }
}

/** Tells the milliseconds since it was made, without those that a busy machine gave to other programs. */
export function stopwatch(): () => number {
  const startedAt = performance.now();
  const usage = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(usage);
    return Math.min(performance.now() - startedAt, (user + system) / 1000);
  };
}
