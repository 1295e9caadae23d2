import { FUNCTIONS } from "../../src/functions/registry.ts";
import { BRACKETS, type Mutation, piecesOf } from "./pieces.ts";
import type { Random } from "./random.ts";

/** Mutations that replace a piece by one of the same kind, so that the text is probably still openCypher. */
export const PRESERVING_MUTATIONS: readonly Mutation[] = [
  function changeNumber(pieces, random) {
    replaceOne(
      pieces,
      /^\d/,
      random,
      random.pick(["0", "1", "2", "5", "9223372036854775807", "2.5", "null"]),
    );
  },
  function changeString(pieces, random) {
    replaceOne(
      pieces,
      /^'/,
      random,
      random.pick(["''", "'a'", "'Ann'", "'1.5'", "'P1D'", "null", "[]", "$text"]),
    );
  },
  function changeFunction(pieces, random) {
    const names = FUNCTIONS.map(({ name }) => name);
    replaceOne(pieces, /^\p{Ll}[\p{L}\p{N}]+$/u, random, random.pick(names));
  },
  function changeName(pieces, random) {
    const words = pieces.filter((piece) => WORD.test(piece));
    if (words.length > 0) replaceOne(pieces, WORD, random, random.pick(words));
  },
  function changeWord(pieces, random, corpus) {
    const words = piecesOf(random.pick(corpus).text).filter((piece) => WORD.test(piece));
    if (words.length > 0) replaceOne(pieces, WORD, random, random.pick(words));
  },
  function changeSign(pieces, random) {
    replaceOne(pieces, /^[-+*/%^<>=]$/, random, random.pick([..."-+*/%^<>=", "<=", "=~", " IN ", " OR "]));
  },
  function bracket(pieces, random) {
    const words = pieces.flatMap((piece, at) => (/^['\p{L}\p{N}]/u.test(piece) ? [at] : []));
    if (words.length === 0) return;
    const [open, close] = random.pick(BRACKETS);
    const at = random.pick(words);
    const depth = 1 + random.below(3);
    pieces[at] = open.repeat(depth) + pieces[at] + close.repeat(depth);
  },
  function removeClause(pieces, random) {
    const starts = clauseStarts(pieces);
    if (starts.length < 2) return;
    const at = random.below(starts.length);
    pieces.splice(starts[at] ?? 0, (starts[at + 1] ?? pieces.length) - (starts[at] ?? 0));
  },
  function repeatClause(pieces, random) {
    const starts = clauseStarts(pieces);
    if (starts.length === 0) return;
    const at = random.below(starts.length);
    const clause = pieces.slice(starts[at], starts[at + 1]);
    pieces.splice(random.pick(starts), 0, ...clause, " ");
  },
  function insertClause(pieces, random, corpus) {
    const others = piecesOf(random.pick(corpus).text);
    const starts = clauseStarts(others);
    const own = clauseStarts(pieces);
    if (starts.length === 0 || own.length === 0) return;
    const at = random.below(starts.length);
    pieces.splice(random.pick(own), 0, ...others.slice(starts[at], starts[at + 1]), " ");
  },
];

const WORD = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const CLAUSE_START = /^(?:MATCH|OPTIONAL|UNWIND|CALL|CREATE|MERGE|SET|REMOVE|DELETE|DETACH|WITH|RETURN)$/i;

function replaceOne(pieces: string[], kind: RegExp, random: Random, by: string): void {
  const places = pieces.flatMap((piece, at) => (kind.test(piece) ? [at] : []));
  if (places.length > 0) pieces[random.pick(places)] = by;
}

function clauseStarts(pieces: readonly string[]): number[] {
  return pieces.flatMap((piece, at) => (CLAUSE_START.test(piece) ? [at] : []));
}
