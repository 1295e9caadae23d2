import type { Fault } from "../diagnostics/fault.ts";
import type { OmissionReason } from "./omission.ts";
import { passageEntry } from "./passage-entry.ts";
import type { ArticleReading } from "./read-article.ts";
import { reportInto, type SourceFile } from "./report.ts";
import { type Sentence, type Stretch, splitSentences } from "./split-sentences.ts";

/** Which sentences of an article's text its annotation speaks of. */
export interface Coverage {
  /** Sentences that a claim's passage has a word of. */
  readonly claimed: readonly Sentence[];
  /** Those without a claim that an omission's passage has a word of. */
  readonly omitted: readonly { readonly sentence: Sentence; readonly reason: OmissionReason | undefined }[];
  /** All others. */
  readonly overlooked: readonly Sentence[];
  /** Of the claimed sentences: all their words, and those that stand in a claim's passage. */
  readonly words: { readonly all: number; readonly claimed: number };
}

/**
 * Compares the sentences of an article's text with the passages of its claims and omissions, unsound ones too. A
 * passage covers a sentence if it holds at least one whole word of it: what else the sentence says is for the
 * annotator to judge, as no count of words could.
 */
export function measureCoverage({ claims, omissions, article }: ArticleReading, text: string): Coverage {
  const claimed: Sentence[] = [];
  const omitted: { sentence: Sentence; reason: OmissionReason | undefined }[] = [];
  const overlooked: Sentence[] = [];
  const words = { all: 0, claimed: 0 };
  for (const sentence of splitSentences(text, article?.language)) {
    const ofClaims = claims.flatMap(({ passage }) => (passage && isNear(passage, sentence) ? [passage] : []));
    const inClaims = sentence.words.filter((word) => ofClaims.some((passage) => holds(passage, word)));
    if (inClaims.length > 0) {
      claimed.push(sentence);
      words.all += sentence.words.length;
      words.claimed += inClaims.length;
      continue;
    }
    const omission = omissions.find(({ passage }) =>
      sentence.words.some((word) => passage !== undefined && holds(passage, word)),
    );
    if (omission === undefined) overlooked.push(sentence);
    else omitted.push({ sentence, reason: omission.reason });
  }
  return { claimed, omitted, overlooked, words };
}

/** A fault for each overlooked sentence, at its place in the article's text, which is the file `text`. */
export async function overlookedFaults(
  { overlooked }: Coverage,
  text: SourceFile,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const report = reportInto(faults, text);
  for (const { span } of overlooked) {
    const hint = `claim it, or state an omission: ${await passageEntry(text.text, span)}`;
    report("overlooked-sentence", span, "the sentence has no claim, and no reason why not", hint);
  }
  return faults;
}

function isNear(passage: Stretch, sentence: Sentence): boolean {
  return passage.start < sentence.end && sentence.start < passage.end;
}

function holds(passage: Stretch, word: Stretch): boolean {
  return passage.start <= word.start && word.end <= passage.end;
}
