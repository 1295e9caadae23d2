import type { Fault } from "../diagnostics/fault.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import { movedPassageFinder } from "./find-moved-passage.ts";
import type { ArticleReading } from "./read-article.ts";
import type { LocatedPassage } from "./read-passage.ts";
import { reportInto } from "./report.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** Result of comparing annotations with an article's text. */
export interface Verification {
  /** Number of passages whose hash matches the text at their place. */
  readonly verified: number;
  readonly faults: readonly Fault[];
}

/**
 * Compares an annotated article with its text: length, hash, and the hash of each passage of a claim or omission.
 * `text` is the file decoded as UTF-8 without changes: its newlines and a leading U+FEFF count. Hashes come from Web
 * Crypto, which Node and browsers both have, but which is asynchronous; ingest needs no hashes and stays synchronous.
 */
export async function verifyArticle(reading: ArticleReading, text: string): Promise<Verification> {
  const faults: Fault[] = [];
  const report = reportInto(faults, reading.source);
  const points = [...text];
  const { file, sha256, length } = reading.text;

  const found = await sha256Hex(text);
  if (sha256?.hash !== found) {
    const span = sha256?.span ?? file?.span ?? { start: 0, end: 0 };
    const met = sha256?.hash === undefined ? "has no hash" : "is not the one that was annotated";
    const hint = `check the claims against it; its sha256 is ${found}`;
    report("article-changed", span, `the article's text ${met}`, hint);
  }
  if (length !== undefined && length.count !== points.length) {
    const met = `the article's text has ${points.length} code points, not ${length.count}`;
    report("article-changed", length.span, met, "lengths count code points, not bytes or UTF-16 units");
  }
  let verified = 0;
  const findMoved = movedPassageFinder(points);
  for (const { passage } of [...reading.claims, ...reading.omissions]) {
    if (passage === undefined) continue;
    const problem = await passageProblem(passage, points);
    if (problem === undefined) {
      verified++;
      continue;
    }
    const place = await findMoved(passage);
    if (place !== undefined) {
      const hint = `its words are now at { start: ${place}, end: ${place + passage.end - passage.start} }`;
      const met = `the words of the passage are no longer at ${passage.start}`;
      report("passage-changed", passage.span, met, hint);
    } else report("passage-changed", problem.span, problem.message, problem.hint);
  }
  return { verified, faults };
}

interface Problem {
  readonly span: LocatedPassage["span"];
  readonly message: string;
  readonly hint: string;
}

async function passageProblem(
  passage: LocatedPassage,
  points: readonly string[],
): Promise<Problem | undefined> {
  const { start, end } = passage;
  if (end > points.length) {
    const message = `the passage ends at ${end}, but the article's text at ${points.length}`;
    return { span: passage.span, message, hint: "offsets count Unicode code points from 0" };
  }
  const slice = points.slice(start, end).join("");
  const found = await sha256Hex(slice);
  if (passage.sha256?.hash === found) return undefined;
  const hint = `the text there is: ${shortened(slice)} (sha256 ${found})`;
  const span = passage.sha256?.span ?? passage.span;
  const message =
    passage.sha256?.hash === undefined
      ? `the passage from ${start} to ${end} has no hash to verify it by`
      : `the article's text from ${start} to ${end} is not the passage that was annotated`;
  return { span, message, hint };
}
