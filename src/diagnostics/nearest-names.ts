/**
 * Returns the candidates that `name` may be a misspelling of, best first, at most `limit`: those within a
 * Damerau-Levenshtein distance (optimal string alignment) of about a third of its length, ignoring case, and those that
 * begin with it.
 */
export function nearestNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = name.toLowerCase();
  const reach = Math.max(1, Math.floor(wanted.length / 3));
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const other = candidate.toLowerCase();
    const distance = editDistance(wanted, other, reach);
    if (distance <= reach) found.push({ candidate, distance });
    else if (wanted.length >= 3 && other.startsWith(wanted)) found.push({ candidate, distance: reach + 1 });
  }
  found.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, limit).map(({ candidate }) => candidate);
}

/** "did you mean A, B or C?", or `undefined` if no name is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const names = nearestNames(name, candidates);
  return names.length === 0 ? undefined : `did you mean ${oneOf(names)}?`;
}

/** "a", "a or b", "a, b or c". */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Optimal string alignment distance; gives up with `reach + 1` once no result within `reach` is possible. */
function editDistance(a: string, b: string, reach: number): number {
  if (Math.abs(a.length - b.length) > reach) return reach + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > reach) return reach + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
