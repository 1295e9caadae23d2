/** A number with its noun: `1 claim`, `3 claims`, `1,204 claims`, `2 entities`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : several}`;
}
