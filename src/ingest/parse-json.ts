import { float } from "../values/float.ts";
import { fitsInteger, integer } from "../values/numbers.ts";

/** A string, which is passed over, or a number. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Texts without such a number, most of them, need no care. */
const SUSPICIOUS = /\d\.0*(?!\d)|\d[eE]|\d{16}/;
/** Begins no key that anybody writes. */
const MARK = "\u0000number";

/**
 * JSON.parse, but with the numbers of Cypher: `1.0` is a float, and a whole number that JavaScript would round is a
 * bigint.
 *
 * @throws SyntaxError where `text` is no JSON
 */
export function parseJson(text: string): unknown {
  if (!SUSPICIOUS.test(text)) return JSON.parse(text);
  // Of what is no JSON the message is to tell the text's own place.
  JSON.parse(text);
  return JSON.parse(text.replace(TOKENS, marked), (_, value) =>
    typeof value === "object" && value !== null && Object.hasOwn(value, MARK) ? number(value[MARK]) : value,
  );
}

function marked(token: string): string {
  const isPlain = token.startsWith('"') || (Number.isSafeInteger(Number(token)) && !/[.eE]/.test(token));
  return isPlain ? token : JSON.stringify({ [MARK]: token });
}

function number(token: string): unknown {
  if (/[.eE]/.test(token)) return float(Number(token));
  const value = BigInt(token);
  return fitsInteger(value) ? integer(value) : Number(token);
}
