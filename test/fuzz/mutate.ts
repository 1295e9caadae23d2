import { BREAKING_MUTATIONS } from "./breaking-mutations.ts";
import type { Query } from "./corpus.ts";
import { piecesOf } from "./pieces.ts";
import { PRESERVING_MUTATIONS } from "./preserving-mutations.ts";
import type { Random } from "./random.ts";

/** Makes one to four changes in a text; after many of them it is still openCypher. */
export function mutate(text: string, corpus: readonly Query[], random: Random): string {
  let mutated = text;
  for (let times = 1 + random.below(4); times > 0; times--) {
    const pieces = piecesOf(mutated);
    random.pick(random.once(3) ? BREAKING_MUTATIONS : PRESERVING_MUTATIONS)(pieces, random, corpus);
    mutated = pieces.join("");
  }
  return mutated;
}
