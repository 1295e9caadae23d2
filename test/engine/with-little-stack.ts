/** Does something where only about a twelfth of JavaScript's stack is left. */
export function withLittleStack<Outcome>(work: () => Outcome): Outcome {
  const descend = (depth: number): Outcome => (depth === 0 ? work() : descend(depth - 1));
  return descend(Math.floor(deepest() * 0.92));
}

/** How many calls inside one another there is room for. */
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
  throw new Error("the stack has no end");
}
