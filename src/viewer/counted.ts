/** A number with its noun: `1 claim`, `3 claims`, `1,204 claims`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
