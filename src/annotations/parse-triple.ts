import { didYouMean, nearestNames, oneOf } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { FaultCode } from "./fault-codes.ts";

/** A part of a triple, with its place in the triple's text (UTF-16, 0-based, quotes excluded). */
export interface TriplePart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is in double quotes. */
  readonly quoted: boolean;
}

export interface Triple {
  readonly subject: TriplePart;
  readonly type: TriplePart;
  readonly object: TriplePart;
}

/** Why a text is not a triple. */
export interface NoTriple {
  readonly code: Extract<FaultCode, "bad-triple" | "unknown-type">;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

const SHAPE = "write subject TYPE object, such as Xi Jinping VISITS Moscow";
const TYPE_SHAPE = /^[A-Z][A-Z0-9_]*$/;

/**
 * Splits `Xi Jinping VISITS Moscow` at the only word that is in `types`. Names may have several words, and capitals
 * (`US SANCTIONS IRAN`); a name that contains the word of a type must be in double quotes.
 */
export function parseTriple(
  text: string,
  types: Pick<ReadonlySet<string>, "has" | "keys">,
): Triple | NoTriple {
  const words = wordsOf(text);
  const open = words.find((word) => word.unclosed);
  if (open !== undefined) {
    return noTriple(open, "a quotation mark that is never closed", 'a name in quotes ends with "');
  }
  const known = words.filter((word) => !word.quoted && types.has(word.text));
  const [type, second] = known;
  if (type === undefined) return withoutType(text, words, types);
  if (second !== undefined) {
    const met = `the triple has several relationship types: ${known.map((word) => word.text).join(", ")}`;
    return noTriple(second, met, 'put a name that contains such a word in double quotes: "..."');
  }
  const at = words.indexOf(type);
  const subject = partOf(text, words.slice(0, at));
  const object = partOf(text, words.slice(at + 1));
  if (subject === undefined) return noTriple(type, `no subject before ${type.text}`, SHAPE);
  if (object === undefined) return noTriple(type, `no object after ${type.text}`, SHAPE);
  return { subject, type, object };
}

export function isTriple(parsed: Triple | NoTriple): parsed is Triple {
  return "subject" in parsed;
}

interface Word extends TriplePart {
  readonly unclosed: boolean;
}

/** Words between blanks; a quoted stretch is one word. */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/"([^"]*)("?)(?=\s|$)|\S+/g)) {
    const [written, quotedText, closing] = match;
    const start = match.index;
    if (quotedText !== undefined && closing === '"') {
      words.push({ text: quotedText, start: start + 1, end: start + written.length - 1, ...QUOTED });
    } else {
      const unclosed = written.startsWith('"');
      words.push({ text: written, start, end: start + written.length, quoted: false, unclosed });
    }
  }
  return words;
}

const QUOTED = { quoted: true, unclosed: false } as const;

function partOf(text: string, words: readonly Word[]): TriplePart | undefined {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (first === last && first.quoted) {
    return first.text.trim() === "" ? undefined : { ...first, text: first.text.trim() };
  }
  // A quoted word among others keeps its quotation marks.
  const start = first.start - (first.quoted ? 1 : 0);
  const end = last.end + (last.quoted ? 1 : 0);
  return { text: text.slice(start, end).replace(/\s+/g, " "), start, end, quoted: false };
}

/** Explains a triple in which no word is a known type: finds the word that was probably meant. */
function withoutType(
  text: string,
  words: readonly Word[],
  types: Pick<ReadonlySet<string>, "keys">,
): NoTriple {
  const names = [...types.keys()];
  const middle = words.slice(1, -1).filter((word) => !word.quoted);
  const capitals = middle.filter((word) => TYPE_SHAPE.test(word.text) && word.text.length > 1);
  const meant =
    capitals.find((word) => nearestNames(word.text, names).length > 0) ??
    capitals.find((word) => word.text.includes("_")) ??
    (capitals.length === 1 ? capitals[0] : undefined);
  if (meant !== undefined) {
    const hint = didYouMean(meant.text, names) ?? "declare it under types:, or choose another";
    return {
      ...noTriple(meant, `no relationship type ${shortened(meant.text)}`, hint),
      code: "unknown-type",
    };
  }
  for (const word of middle) {
    const near = nearestNames(word.text, names);
    if (near.length === 0 || word.text.length < 4) continue;
    const hint = `types are written in capitals: did you mean ${oneOf(near)}?`;
    return noTriple(word, "the triple has no relationship type", hint);
  }
  return noTriple({ start: 0, end: text.length }, "the triple has no relationship type", SHAPE);
}

function noTriple({ start, end }: { start: number; end: number }, message: string, hint: string): NoTriple {
  return { code: "bad-triple", start, end, message, hint };
}
