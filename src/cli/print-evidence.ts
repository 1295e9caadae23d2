import type { Engine } from "../engine.ts";
import type { Result } from "../execute/result.ts";
import { jsonEvidence } from "../output/evidence/evidence-json.ts";
import { articleTexts } from "./article-texts.ts";
import { printNotifications } from "./print-result.ts";
import { claimsOfGroup, claimsOfRow, rowEvidenceText } from "./row-evidence-text.ts";
import type { Terminal } from "./terminal.ts";

export interface EvidenceOptions {
  readonly terminal: Terminal;
  /** Folder of the articles' texts. */
  readonly articles: string | undefined;
}

/** Prints the evidence for each row of a result on stdout. */
export async function printEvidence(
  engine: Engine,
  result: Result,
  { terminal, articles }: EvidenceOptions,
): Promise<void> {
  const reader = engine.claims();
  const texts = articleTexts(articles, terminal.environment);
  for (let row = 0; row < result.rows.length; row++) {
    const text = await rowEvidenceText(claimsOfRow(reader, result, row), { result, row, texts, terminal });
    await written(`\n${text}`, terminal);
  }
}

/** Prints a result as JSON, with the evidence for each row, on stdout, and its notifications on stderr. */
export async function printJsonEvidence(
  engine: Engine,
  result: Result,
  { terminal, articles }: EvidenceOptions,
): Promise<void> {
  const reader = engine.claims();
  const evidence = result.rows.map((_, row) => claimsOfRow(reader, result, row));
  const claims = evidence.flatMap(({ groups }) => groups.flatMap(claimsOfGroup));
  const passages = await articleTexts(articles, terminal.environment)?.passages(claims);
  await written(jsonEvidence(result, evidence, passages), terminal);
  printNotifications(result, terminal);
}

/** Waits until the text is written, so that a reader that closes the pipe ends the command. */
function written(text: string, { stdout }: Terminal): Promise<unknown> {
  return new Promise((resolve) => stdout.write(text, resolve));
}
