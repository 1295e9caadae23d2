/**
 * Words → their places in a text. `findWords` takes them to the letter. `findNearWords` passes over what differs
 * between a text and what a hand, a keyboard or a shell makes of it: kinds and number of blanks (line breaks too),
 * of quotation marks and dashes, case, diacritics, invisible characters.
 */
import type { Span } from "../diagnostics/span.ts";

/** Every place of `words` in `text` in UTF-16 units; places may overlap. */
export function findWords(text: string, words: string): readonly Span[] {
  const places: Span[] = [];
  if (words === "") return places;
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
    places.push({ start, end: start + words.length });
  }
  return places;
}

/** Every place of words in `text` that are `words` but for the differences named above. */
export function findNearWords(text: string, words: string): readonly Span[] {
  return findFolded(foldText(text), words);
}

function findFolded({ folded, starts, ends }: FoldedText, words: string): readonly Span[] {
  const wanted = foldText(words).folded.trim();
  return findWords(folded, wanted).flatMap((place) => {
    const start = starts[place.start];
    const end = ends[place.end - 1];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}

/** As many of the first words as stand in `text`, nearly, and where: what comes after must be wrong. */
export function findFirstWords(text: string, words: string): readonly Span[] {
  const parts = words.trim().split(/\s+/);
  const folded = foldText(text);
  for (let count = parts.length - 1; count > 0; count--) {
    const places = findFolded(folded, parts.slice(0, count).join(" "));
    if (places.length > 0) return places;
  }
  return [];
}

interface FoldedText {
  readonly folded: string;
  /** Of each unit of `folded`: where in the text the character starts, and ends, that it was made of. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const QUOTATION_MARK = /[\p{Pi}\p{Pf}"'`´‚„′″]/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

function foldText(text: string): FoldedText {
  // Pieces, for a text that grows while it is asked how it ends is copied each time.
  const pieces: string[] = [];
  let endsWithBlank = false;
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const start = offset;
    offset += character.length;
    const plain = foldCharacter(character);
    if (plain === " " && endsWithBlank) {
      ends[ends.length - 1] = offset;
      continue;
    }
    if (plain !== "") endsWithBlank = plain.endsWith(" ");
    pieces.push(plain);
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(start);
      ends.push(offset);
    }
  }
  return { folded: pieces.join(""), starts, ends };
}

function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return "";
  if (/\s/.test(character)) return " ";
  if (QUOTATION_MARK.test(character)) return "'";
  if (/\p{Pd}|\u2212/u.test(character)) return "-";
  return character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
