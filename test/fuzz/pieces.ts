import type { Query } from "./corpus.ts";
import type { Random } from "./random.ts";

/** Splits a text into words, numbers, strings, white space and single signs. Joined, they are the text again. */
export function piecesOf(text: string): string[] {
  return text.match(/\s+|'(?:[^'\\]|\\.)*'|[\p{L}\p{N}_$]+|[\s\S]/gu) ?? [];
}

/** Changes the pieces of a text, in place. */
export type Mutation = (pieces: string[], random: Random, corpus: readonly Query[]) => void;

/** Prefix and suffix to put around an expression, a pattern or a clause, also repeatedly. */
export const BRACKETS: readonly (readonly [string, string])[] = [
  ["(", ")"],
  ["[", "]"],
  ["{a: ", "}"],
  ["NOT ", ""],
  ["- ", ""],
  ["1 + ", ""],
  ["1 < ", ""],
  ["size([", "])"],
  ["CASE WHEN true THEN ", " END"],
  ["[x IN [1] | ", "]"],
  ["EXISTS { MATCH (a) WHERE ", " }"],
  ["()-[]->", ""],
  ["shortestPath((a)-[*]-(", "))"],
  ["/* ", ""],
  ["WITH * ", ""],
];
