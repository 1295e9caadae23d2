/**
 * Text → sentences, by Unicode's rules (UAX 29) in Intl.Segmenter. Every line break ends a sentence: in news it
 * separates paragraphs, and headlines, bylines and captions have no full stop. The rules end a sentence after every
 * "U.S. " followed by a capital; such pieces are joined again, unless the next word is one that typically starts a
 * sentence. A quoted question is joined with what follows it ("Why?" he asked). Joining too little only asks for one
 * more claim; joining too much would hide a sentence.
 */
import type { Span } from "../diagnostics/span.ts";

/** A range of a text in Unicode code points: 0-based, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence, headline, byline or caption, without surrounding blanks. */
export interface Sentence extends Stretch {
  /** The same place in UTF-16 units. */
  readonly span: Span;
  /** Its words, at least one. */
  readonly words: readonly Stretch[];
}

/** Splits `text` into sentences; lines without letters and digits are skipped. `language` is a BCP 47 tag. */
export function splitSentences(text: string, language?: string): readonly Sentence[] {
  const toCodePoint = codePointOffsets(text);
  const words = wordsOf(text, language);
  let at = 0;
  return joined(segmentsOf(text, language), text).flatMap((segment) => {
    const span = trimmed(text, segment);
    const own: Stretch[] = [];
    for (let word = words[at]; word !== undefined && word.start < segment.end; word = words[++at]) {
      own.push({ start: toCodePoint(word.start), end: toCodePoint(word.end) });
    }
    if (own.length === 0) return [];
    return [{ start: toCodePoint(span.start), end: toCodePoint(span.end), span, words: own }];
  });
}

function segmentsOf(text: string, language: string | undefined): Span[] {
  const segments = [...segmenter(language, "sentence").segment(text)];
  return segments.map(({ segment, index }) => ({ start: index, end: index + segment.length }));
}

function wordsOf(text: string, language: string | undefined): Span[] {
  return [...segmenter(language, "word").segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }));
}

function segmenter(language: string | undefined, granularity: "sentence" | "word"): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    // An article's language need not be a valid tag.
    return new Intl.Segmenter("en", { granularity });
  }
}

/** A segment that ends in an abbreviation: initials (U.S., J.), or one usually followed by a name or number. */
const ABBREVIATED =
  /(?:^|[\s("'“‘])(?:(?:\p{Lu}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|St|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)[ \u00a0]+$/u;
const SENTENCE_STARTER =
  /^["'“‘(]*(?:The|A|An|This|That|These|Those|There|It|He|She|They|We|I|You|His|Her|Its|Their|In|On|At|As|After|Before|But|And|While|When|If|For|However|Meanwhile)\b/;

function joined(segments: readonly Span[], text: string): readonly Span[] {
  const sentences: Span[] = [];
  for (const segment of segments) {
    const last = sentences.at(-1);
    const before = last === undefined ? "" : text.slice(Math.max(last.start, last.end - 30), last.end);
    const after = text.slice(segment.start, Math.min(segment.end, segment.start + 30));
    const goesOn =
      (ABBREVIATED.test(before) && !SENTENCE_STARTER.test(after)) ||
      (!/\n$/.test(before) && /^\p{Ll}/u.test(after));
    if (last !== undefined && goesOn) {
      sentences[sentences.length - 1] = { start: last.start, end: segment.end };
    } else {
      sentences.push(segment);
    }
  }
  return sentences;
}

function trimmed(text: string, { start, end }: Span): Span {
  const segment = text.slice(start, end);
  const from = start + segment.length - segment.trimStart().length;
  return { start: from, end: Math.max(from, start + segment.trimEnd().length) };
}

/** Returns a converter from UTF-16 offsets, in any order, to code points. A text without surrogates needs no table. */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const table = new Uint32Array(text.length + 1);
  let count = 0;
  for (let offset = 0; offset < text.length; count++) {
    const width = (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    table.fill(count, offset, offset + width);
    offset += width;
  }
  table[text.length] = count;
  return (offset) => table[offset] ?? count;
}
