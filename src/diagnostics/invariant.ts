/** Throws if `condition` is false. Only for bugs in Hearsay, never for bad input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`internal error: ${message}`);
}

/** For the default branch of an exhaustive switch: a missing case is a compile-time error. */
export function unreachable(value: never): never {
  throw new Error(`internal error: unexpected ${JSON.stringify(value)}`);
}
