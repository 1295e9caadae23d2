/**
 * Gists, notes and their article's text → warnings if an annotation copies the article's words. Those are the
 * author's (copyright): an annotation uses its own words, and shows the article's only to users who have the text.
 */
import type { Fault } from "../diagnostics/fault.ts";
import { foldName } from "../graph/fold-name.ts";
import type { LocatedScalar } from "./located.ts";
import type { ArticleReading } from "./read-article.ts";
import { reportInto } from "./report.ts";

/** A run of this many words that is also in the article is more than a name or a label. */
const LONGEST_RUN = 8;

export function copiedWordFaults(
  { claims, omissions, source }: ArticleReading,
  text: string,
): readonly Fault[] {
  const faults: Fault[] = [];
  const words = wordsOf(text);
  const runs = new Set(words.map((_, at) => runAt(words, at)));
  const report = reportInto(faults, source);
  const check = (written: LocatedScalar | undefined, what: string) => {
    const own = wordsOf(written?.text ?? "");
    const copied = own.some((_, at) => at + LONGEST_RUN <= own.length && runs.has(runAt(own, at)));
    if (written === undefined || !copied) return;
    const met = `${what} copies ${LONGEST_RUN} or more words in a row from the article`;
    report("copied-words", written.span, met, "use your own words");
  };
  for (const { gist } of claims) check(gist, "the gist");
  for (const { note } of omissions) check(note, "the note");
  return faults;
}

function runAt(words: readonly string[], at: number): string {
  return words.slice(at, at + LONGEST_RUN).join(" ");
}

function wordsOf(text: string): readonly string[] {
  return foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
