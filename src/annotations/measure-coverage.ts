import type { Fault } from "../diagnostics/fault.ts";
import type { OmissionReason } from "./omission.ts";
import { passageEntry } from "./passage-entry.ts";
import type { ArticleReading } from "./read-article.ts";
import { reportInto, type SourceFile } from "./report.ts";
import { type Sentence, type Stretch, splitSentences } from "./split-sentences.ts";

/** Which sentences of an article's text are covered by its annotation. */
export interface Coverage {
  /** Sentences with at least one word in a claim's passage. */
  readonly claimed: readonly Sentence[];
  /** Sentences without a claim, with at least one word in an omission's passage. */
  readonly omitted: readonly { readonly sentence: Sentence; readonly reason: OmissionReason | undefined }[];
  /** All others. */
  readonly overlooked: readonly Sentence[];
  /** Word counts of the claimed sentences: all words, and words in a claim's passage. */
  readonly words: { readonly all: number; readonly claimed: number };
}

/**
 * Compares the sentences of an article's text with the passages of its claims and omissions, including those with
 * errors. A passage covers a sentence if it contains at least one whole word of it. Whether the rest of the sentence
 * says something else is for the annotator to judge; no word count can.
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

/** A fault for each overlooked sentence, placed in the file `text`, which is the article's text. */
export async function overlookedFaults(
  { overlooked }: Coverage,
  text: SourceFile,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const report = reportInto(faults, text);
  for (const { span } of overlooked) {
    const hint = `add a claim or an omission with ${await passageEntry(text.text, span)}`;
    report("overlooked-sentence", span, "the sentence has no claim and no omission", hint);
  }
  return faults;
}

function isNear(passage: Stretch, sentence: Sentence): boolean {
  return passage.start < sentence.end && sentence.start < passage.end;
}

function holds(passage: Stretch, word: Stretch): boolean {
  return passage.start <= word.start && word.end <= passage.end;
}
