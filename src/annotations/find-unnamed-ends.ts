/**
 * Claims and their article's text → warnings where the passage does not name who the claim is about: it may be the
 * wrong passage, or the wrong entity. Since news says "the two leaders" and "its troops" of those whom it has named,
 * the name may stand in the passage, in the rest of its sentences, or in the two sentences before; and since it
 * says "Chinese" for China, the first letters of a word of a name will do.
 */
import type { Fault } from "../diagnostics/fault.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import { foldName } from "../graph/fold-name.ts";
import type { Claim, Passage } from "./claim.ts";
import type { Entity } from "./entity-index.ts";
import type { ArticleReading } from "./read-article.ts";
import { reportInto } from "./report.ts";
import { splitSentences } from "./split-sentences.ts";

/** Sentences before the passage in which a name may stand. */
const SENTENCES_BEFORE = 2;
/** A word of a name counts from this many letters on, and by at least as many of its first ones. */
const SHORTEST_STEM = 4;

/** Characters of the passage in a warning. */
const MOST_QUOTED = 100;

/** A warning at the passage of each claim whose subject or object is not named there or shortly before. */
export function unnamedEndFaults(
  { article, claims, source }: ArticleReading,
  text: string,
): readonly Fault[] {
  const faults: Fault[] = [];
  const points = [...text];
  const sentences = splitSentences(text, article?.language);
  const surroundings = ({ start, end }: Passage) => {
    const first = sentences.findIndex((sentence) => sentence.end > start);
    const last = sentences.findLastIndex((sentence) => sentence.start < end);
    const from = sentences[Math.max(0, first - SENTENCES_BEFORE)]?.start ?? start;
    return points.slice(Math.min(from, start), Math.max(sentences[last]?.end ?? end, end)).join("");
  };
  for (const { claim, id, passage } of claims) {
    if (claim === undefined || passage === undefined) continue;
    const words = wordsOf(surroundings(claim.passage));
    const unnamed = entitiesOf(claim).filter((entity) => !isNamed(entity, claim, words));
    if (unnamed.length === 0) continue;
    const [first, second] = unnamed.map(({ name }) => name);
    const who = second === undefined ? `${first} is not named` : `neither ${first} nor ${second} is named`;
    const met = `claim ${id?.text}: ${who} in the passage or shortly before`;
    const there = shortened(points.slice(claim.passage.start, claim.passage.end).join(""), MOST_QUOTED);
    const hint = `there stands “${there.replace(/\s+/g, " ")}”: is it the right passage, and the right entity? an alias, or the qualifier named, can tell what it is called there`;
    reportInto(faults, source)("unnamed-end", passage.span, met, hint);
  }
  return faults;
}

function entitiesOf({ subject, object }: Claim): readonly Entity[] {
  return [subject, object].flatMap((end) => (end.kind === "entity" ? [end.entity] : []));
}

/** Whether `words` hold a name of the entity, or a word that begins as a word of a name does. */
function isNamed({ name, aliases }: Entity, { qualifiers }: Claim, words: readonly string[]): boolean {
  const said = [qualifiers["named"] ?? []].flat().map(String);
  const there = ` ${words.join(" ")} `;
  return [name, ...aliases, ...said].some((called) => {
    if (there.includes(` ${wordsOf(called).join(" ")} `)) return true;
    // What stands in brackets tells entities apart, and texts do not say it.
    const stems = wordsOf(called.replace(/\(.*?\)/g, " ")).flatMap(stemOf);
    return stems.some((stem) => words.some((word) => word.startsWith(stem)));
  });
}

function stemOf(word: string): readonly string[] {
  if (word.length < SHORTEST_STEM) return [];
  return [word.slice(0, Math.max(SHORTEST_STEM, Math.ceil(word.length * 0.6)))];
}

function wordsOf(text: string): readonly string[] {
  return foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
