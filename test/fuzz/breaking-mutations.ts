import { ODD_PIECES } from "./odd-pieces.ts";
import { BRACKETS, type Mutation, piecesOf } from "./pieces.ts";
import type { Random } from "./random.ts";

/** Mutations without restrictions: most results are not openCypher. */
export const BREAKING_MUTATIONS: readonly Mutation[] = [
  function remove(pieces, random) {
    pieces.splice(random.below(pieces.length + 1), 1 + random.below(3));
  },
  function duplicate(pieces, random) {
    const from = random.below(pieces.length + 1);
    pieces.splice(from, 0, ...pieces.slice(from, from + 1 + random.below(8)));
  },
  function swap(pieces, random) {
    const [one, other] = [random.below(pieces.length + 1), random.below(pieces.length + 1)];
    [pieces[one], pieces[other]] = [pieces[other] ?? "", pieces[one] ?? ""];
  },
  function insertOddity(pieces, random) {
    pieces.splice(random.below(pieces.length + 1), 0, ` ${random.pick(ODD_PIECES)} `);
  },
  function replaceByOddity(pieces, random) {
    pieces[random.below(pieces.length + 1)] = random.pick(ODD_PIECES);
  },
  function replaceByOwn(pieces, random) {
    if (pieces.length > 0) pieces[random.below(pieces.length)] = random.pick(pieces);
  },
  function splice(pieces, random, corpus) {
    const others = piecesOf(random.pick(corpus).text);
    const from = random.below(others.length + 1);
    pieces.splice(
      random.below(pieces.length + 1),
      random.below(6),
      ...others.slice(from, from + random.below(20)),
    );
  },
  function append(pieces, random, corpus) {
    pieces.push(" ", random.pick(corpus).text);
  },
  function nest(pieces, random) {
    const [open, close] = random.pick(BRACKETS);
    const depth = random.once(10) ? 1 + random.below(1000) : 1 + random.below(8);
    const from = random.below(pieces.length + 1);
    const to = from + random.below(6);
    pieces.splice(to, 0, close.repeat(depth));
    pieces.splice(from, 0, open.repeat(depth));
  },
  function spoilCharacter(pieces, random) {
    const at = random.below(pieces.length + 1);
    const piece = pieces[at] ?? "";
    const inside = random.below(piece.length + 1);
    pieces[at] = piece.slice(0, inside) + randomCharacter(random) + piece.slice(inside + random.below(2));
  },
  function changeCase(pieces, random) {
    const at = random.below(pieces.length + 1);
    const piece = pieces[at] ?? "";
    pieces[at] = random.once(2) ? piece.toUpperCase() : piece.toLowerCase();
  },
];

/** Usually one of the first 256 code points; sometimes any UTF-16 unit, including lone surrogates. */
export function randomCharacter(random: Random): string {
  return String.fromCharCode(random.once(4) ? random.below(0x10000) : random.below(0x100));
}
