import type { Query } from "./corpus.ts";
import { KEEPING_MUTATIONS } from "./keeping-mutations.ts";
import { piecesOf } from "./pieces.ts";
import type { Random } from "./random.ts";
import { SPOILING_MUTATIONS } from "./spoiling-mutations.ts";

/** A text with one to four changes, many of which leave it openCypher. */
export function mutate(text: string, corpus: readonly Query[], random: Random): string {
  let mutated = text;
  for (let times = 1 + random.below(4); times > 0; times--) {
    const pieces = piecesOf(mutated);
    random.pick(random.once(3) ? SPOILING_MUTATIONS : KEEPING_MUTATIONS)(pieces, random, corpus);
    mutated = pieces.join("");
  }
  return mutated;
}
