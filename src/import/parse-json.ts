import { float } from "../values/float.ts";
import { fitsInteger, integer } from "../values/numbers.ts";

/** A string, which is passed over, or a number. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Texts without such a number, most of them, need no care. */
const SUSPICIOUS = /\d\.0*(?!\d)|\d[eE]|\d{16}/;
/** Begins no key that anybody writes. */
const MARK = "\u0000number";

/** Levels of lists and objects at most: deeper than any honest value, and no danger to JavaScript's stack. */
export const MAX_JSON_DEPTH = 200;

/** A JSON text has more levels than {@link MAX_JSON_DEPTH}. */
export class JsonTooDeep extends Error {
  override readonly name = "JsonTooDeep";
}

/**
 * JSON.parse, but with the numbers of Cypher: `1.0` is a float, and a whole number that JavaScript would round is a
 * bigint, which may have more than 64 bits.
 *
 * @throws SyntaxError if `text` is not JSON; JsonTooDeep
 */
export function parseJson(text: string): unknown {
  // Of what is not JSON the message is to have the text's own place.
  const plain: unknown = JSON.parse(text);
  // Each level takes two characters, so most lines need no look.
  if (text.length > 2 * MAX_JSON_DEPTH && isDeeper(plain, MAX_JSON_DEPTH))
    throw new JsonTooDeep("the JSON is nested too deeply");
  if (!SUSPICIOUS.test(text)) return plain;
  return JSON.parse(text.replace(TOKENS, marked), (_, value) =>
    typeof value === "object" && value !== null && Object.hasOwn(value, MARK) ? number(value[MARK]) : value,
  );
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const item of Object.values(value)) if (isDeeper(item, levels - 1)) return true;
  return false;
}

function marked(token: string): string {
  const isPlain = token.startsWith('"') || (Number.isSafeInteger(Number(token)) && !/[.eE]/.test(token));
  return isPlain ? token : JSON.stringify({ [MARK]: token });
}

function number(token: string): unknown {
  if (/[.eE]/.test(token)) return float(Number(token));
  const value = BigInt(token);
  return fitsInteger(value) ? integer(value) : value;
}
