/** Minimum width of a shortened column: `Vla…`. */
const NARROWEST = 4;

/**
 * Column widths such that all columns, with `gap` columns of border between them, fit into `available`: the widest
 * are narrowed first, all to the same width. Columns at the end that do not fit even at {@link NARROWEST} are left
 * out, so the result may be shorter than `natural`.
 */
export function columnWidths(natural: readonly number[], available: number, gap: number): number[] {
  let count = natural.length;
  while (count > 1 && total(narrowedTo(natural.slice(0, count), NARROWEST), gap) > available) count--;
  const shown = natural.slice(0, count);
  if (total(shown, gap) <= available) return shown;
  let narrow = NARROWEST;
  let wide = Math.max(NARROWEST, ...shown);
  while (narrow < wide) {
    const middle = Math.ceil((narrow + wide) / 2);
    if (total(narrowedTo(shown, middle), gap) <= available) narrow = middle;
    else wide = middle - 1;
  }
  return withRemainder(shown, narrowedTo(shown, narrow), available - total(narrowedTo(shown, narrow), gap));
}

/** Gives the remaining terminal columns, one each, to the first columns that were narrowed. */
function withRemainder(natural: readonly number[], widths: readonly number[], remainder: number): number[] {
  let left = remainder;
  return widths.map((width, i) => (width < (natural[i] ?? 0) && left-- > 0 ? width + 1 : width));
}

function narrowedTo(widths: readonly number[], limit: number): number[] {
  return widths.map((width) => Math.min(width, limit));
}

function total(widths: readonly number[], gap: number): number {
  return widths.reduce((sum, width) => sum + width + gap, -gap);
}
