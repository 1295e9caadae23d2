/** Runs a function with only about a twelfth of JavaScript's stack left. */
export function withLittleStack<Outcome>(work: () => Outcome): Outcome {
  const descend = (depth: number): Outcome => (depth === 0 ? work() : descend(depth - 1));
  return descend(Math.floor(deepest() * 0.92));
}

/** The maximum number of nested calls. */
function deepest(): number {
  let reached = 0;
  const measure = (depth: number): void => {
    reached = depth;
    measure(depth + 1);
  };
  try {
    measure(0);
  } catch (error) {
    if (error instanceof RangeError) return reached;
    throw error;
  }
  throw new Error("the stack did not overflow");
}
