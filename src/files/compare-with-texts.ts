import { join } from "node:path";
import { copiedWordFaults } from "../annotations/find-copied-words.ts";
import { unnamedEndFaults } from "../annotations/find-unnamed-ends.ts";
import { type Coverage, measureCoverage, overlookedFaults } from "../annotations/measure-coverage.ts";
import type { ArticleReading } from "../annotations/read-article.ts";
import { reportInto } from "../annotations/report.ts";
import { verifyArticle } from "../annotations/verify-passages.ts";
import type { Fault } from "../diagnostics/fault.ts";
import { readTextFile } from "./read-text-file.ts";

/** Result of comparing annotations with the articles' texts. */
export interface Comparison {
  /** Number of passages whose hash matches the text at their place. */
  readonly verified: number;
  readonly faults: readonly Fault[];
  /** Coverage of each article whose text was found; empty if not requested. */
  readonly coverage: readonly ArticleCoverage[];
  /** Warnings about possible mistakes; empty if not requested. */
  readonly advice: readonly Fault[];
}

export interface ArticleCoverage extends Coverage {
  /** Id of the article, or the name of its text file if it has no id. */
  readonly article: string;
  /** Path of the file with its text. */
  readonly path: string;
}

export interface ComparisonOptions {
  /** Folder of the texts. */
  readonly articles: string;
  /** Whether each sentence must have a claim or an omission. */
  readonly coverage?: boolean | undefined;
  /** Whether to look for possible mistakes. */
  readonly advice?: boolean | undefined;
}

/** Verifies each passage against the texts; with `coverage`, also reports sentences without a claim or omission. */
export async function compareWithTexts(
  readings: readonly ArticleReading[],
  options: ComparisonOptions,
): Promise<Comparison> {
  const folder = options.articles;
  const faults: Fault[] = [];
  const coverage: ArticleCoverage[] = [];
  const advice: Fault[] = [];
  let verified = 0;
  for (const reading of readings) {
    const { file } = reading.text;
    if (file === undefined) continue;
    const path = join(folder, file.text);
    const read = await readTextFile(path);
    if (read.kind === "fault") {
      const report = reportInto(faults, reading.source);
      report("missing-text", file.span, `no text ${file.text} in ${folder}: ${read.reason}`);
      continue;
    }
    const verification = await verifyArticle(reading, read.text);
    verified += verification.verified;
    faults.push(...verification.faults);
    if (options.advice)
      advice.push(...unnamedEndFaults(reading, read.text), ...copiedWordFaults(reading, read.text));
    if (!options.coverage) continue;
    const measured = measureCoverage(reading, read.text);
    coverage.push({ article: reading.id?.text ?? file.text, path, ...measured });
    // One by one: a text may have more sentences than a call can have arguments.
    for (const fault of await overlookedFaults(measured, { path, text: read.text })) faults.push(fault);
  }
  return { verified, faults, coverage, advice };
}
