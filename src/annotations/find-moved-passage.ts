/**
 * A passage that has moved because the article's text changed before it → its new place. Only the length and the hash
 * of the passage are known, so every place near the old one is hashed. Later passages usually move by the same
 * distance.
 */
import type { LocatedPassage } from "./read-passage.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** Distance in code points, before and after the expected place, that is searched. */
const REACH = 500;
/** Maximum number of hashes for one article: a rewritten text is not searched for every passage. */
const MOST_TRIES = 20_000;

/** Returns a function that finds the new start of one passage after another in the code points of a text. */
export function movedPassageFinder(
  points: readonly string[],
): (passage: LocatedPassage) => Promise<number | undefined> {
  let shift = 0;
  let tries = 0;
  return async ({ start, end, sha256 }) => {
    if (sha256?.hash === undefined) return undefined;
    for (const place of placesNear(start + shift)) {
      if (place < 0 || place + end - start > points.length) continue;
      if (++tries > MOST_TRIES) return undefined;
      if ((await sha256Hex(points.slice(place, place + end - start).join(""))) !== sha256.hash) continue;
      shift = place - start;
      return place;
    }
    return undefined;
  };
}

/** The nearest first. */
function* placesNear(place: number): Generator<number> {
  yield place;
  for (let distance = 1; distance <= REACH; distance++) {
    yield place + distance;
    yield place - distance;
  }
}
