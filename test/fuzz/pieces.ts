import type { Query } from "./corpus.ts";
import type { Random } from "./random.ts";

/** Words, numbers, strings, white space, single signs. Joined they are the text again. */
export function piecesOf(text: string): string[] {
  return text.match(/\s+|'(?:[^'\\]|\\.)*'|[\p{L}\p{N}_$]+|[\s\S]/gu) ?? [];
}

/** Changes the pieces of a text, in place. */
export type Mutation = (pieces: string[], random: Random, corpus: readonly Query[]) => void;

/** What may stand round an expression, a pattern or a clause, also many times over. */
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
