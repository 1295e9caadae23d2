/**
 * Words → their places in a text. `findWords` matches exactly. `findNearWords` ignores differences that come from
 * typing or from a shell: the kind and number of blanks (line breaks too), kinds of quotation marks and dashes, case,
 * diacritics, invisible characters.
 */
import type { Span } from "../diagnostics/span.ts";

/** Every exact match of `words` in `text`, in UTF-16 units; matches may overlap. */
export function findWords(text: string, words: string): readonly Span[] {
  const places: Span[] = [];
  if (words === "") return places;
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
    places.push({ start, end: start + words.length });
  }
  return places;
}

/** Every match of `words` in `text`, ignoring the differences listed above. */
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

/** Near matches of the longest beginning of `words` that is in `text`: the error must be in the words after it. */
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
  /** By unit of `folded`: start and end, in the text, of the character it comes from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const QUOTATION_MARK = /[\p{Pi}\p{Pf}"'`´‚„′″]/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

function foldText(text: string): FoldedText {
  // A list of pieces: checking the end of a growing string would copy it each time.
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
