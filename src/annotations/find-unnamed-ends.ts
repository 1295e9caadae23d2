/**
 * Claims and their article's text → warnings if the passage does not name the claim's subject or object: the passage
 * or the entity may be wrong. News refers back to named entities ("the two leaders", "its troops"), so the name may be
 * in the passage, in the rest of its sentences, or in the two sentences before. News also writes "Chinese" for China,
 * so the first letters of a word of the name are enough.
 */
import type { Fault } from "../diagnostics/fault.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import { foldName } from "../graph/fold-name.ts";
import type { Claim, Passage } from "./claim.ts";
import type { Entity } from "./entity-index.ts";
import type { ArticleReading } from "./read-article.ts";
import { reportInto } from "./report.ts";
import { splitSentences } from "./split-sentences.ts";

/** Number of sentences before the passage in which the name may be. */
const SENTENCES_BEFORE = 2;
/** Minimum length of a word of a name, and of the prefix of it that is compared. */
const SHORTEST_STEM = 4;

/** Maximum number of characters of the passage in a warning. */
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
    const hint = `the passage is “${there.replace(/\s+/g, " ")}”: are the passage and the entity right? if so, add the name used there as an alias or as the qualifier named`;
    reportInto(faults, source)("unnamed-end", passage.span, met, hint);
  }
  return faults;
}

function entitiesOf({ subject, object }: Claim): readonly Entity[] {
  return [subject, object].flatMap((end) => (end.kind === "entity" ? [end.entity] : []));
}

/** Whether `words` contain a name of the entity, or a word with the same stem as a word of a name. */
function isNamed({ name, aliases }: Entity, { qualifiers }: Claim, words: readonly string[]): boolean {
  const said = [qualifiers["named"] ?? []].flat().map(String);
  const there = ` ${words.join(" ")} `;
  return [name, ...aliases, ...said].some((called) => {
    if (there.includes(` ${wordsOf(called).join(" ")} `)) return true;
    // Text in brackets only distinguishes entities; articles do not contain it.
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
