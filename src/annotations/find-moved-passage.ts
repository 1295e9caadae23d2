/**
 * A passage whose words have moved, since the article's text was changed before it → where they stand now. Nothing
 * is known of the words but their number and their hash, so every place near the old one is hashed; what one
 * passage has moved by, most that follow have moved by too.
 */
import type { LocatedPassage } from "./read-passage.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** Code points before and behind the expected place that are tried. */
const REACH = 500;
/** Hashes that are made for one article at most: a text that was written anew is not searched for every passage. */
const MOST_TRIES = 20_000;

/** Finds passages in the code points of a text, one after another: the start of each, if it has moved. */
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
