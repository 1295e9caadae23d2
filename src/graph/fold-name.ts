/** What NFD splits off a letter: accents, dots, hooks. */
const DIACRITICS = /[\u0300-\u036f]/g;

/**
 * `text` as names are compared: without regard to case, diacritics and the number of blanks, so that
 * `ZELENSKÝ` and `Zelensky` fold to the same string. Folding twice changes nothing. Letters that Unicode
 * does not take apart (ł, ø, đ) stay as they are.
 */
export function foldName(text: string): string {
  // Upper case first: it alone makes one of ß and ss, and of the two small sigmas.
  const upper = withoutDiacritics(text).toUpperCase();
  return withoutDiacritics(upper.toLowerCase()).replaceAll("ς", "σ").replace(/\s+/g, " ").trim();
}

function withoutDiacritics(text: string): string {
  return text.normalize("NFD").replace(DIACRITICS, "");
}
