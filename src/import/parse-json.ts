import { float } from "../values/float.ts";
import { fitsInteger, integer } from "../values/numbers.ts";

/** A string, which is kept as it is, or a number. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Most texts have no such number and can be parsed by JSON.parse alone. */
const SUSPICIOUS = /\d\.0*(?!\d)|\d[eE]|\d{16}/;
/** A key that is not used in real data. */
const MARK = "\u0000number";

/** Maximum nesting of lists and objects: deeper than any real value, and safe for JavaScript's stack. */
export const MAX_JSON_DEPTH = 200;

/** A JSON text has more levels than {@link MAX_JSON_DEPTH}. */
export class JsonTooDeep extends Error {
  override readonly name = "JsonTooDeep";
}

/**
 * Like JSON.parse, but with Cypher's numbers: `1.0` is a float, and an integer that JavaScript would round is a bigint,
 * which may have more than 64 bits.
 *
 * @throws SyntaxError if `text` is not JSON
 * @throws JsonTooDeep if it is nested more than {@link MAX_JSON_DEPTH} levels deep
 */
export function parseJson(text: string): unknown {
  // Parse the original text first, so that a syntax error has the right position.
  const plain: unknown = JSON.parse(text);
  // Each level takes two characters, so most lines need no check.
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
