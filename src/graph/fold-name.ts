/** Combining marks that NFD separates from a letter: accents, dots, hooks. */
const DIACRITICS = /[\u0300-\u036f]/g;

/**
 * `text` in the form in which names are compared: case, diacritics and the number of blanks are ignored, so `ZELENSKÝ`
 * and `Zelensky` fold to the same string. Folding is idempotent. Letters that Unicode does not decompose (ł, ø, đ) stay
 * as they are.
 */
export function foldName(text: string): string {
  // Upper case first: only this unifies ß with ss, and the two lower-case sigmas.
  const upper = withoutDiacritics(text).toUpperCase();
  return withoutDiacritics(upper.toLowerCase()).replaceAll("ς", "σ").replace(/\s+/g, " ").trim();
}

function withoutDiacritics(text: string): string {
  return text.normalize("NFD").replace(DIACRITICS, "");
}
