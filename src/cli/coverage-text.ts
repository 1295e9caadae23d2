import type { ArticleCoverage } from "../files/compare-with-texts.ts";
import { counted } from "../output/counted.ts";

/**
 * An article's coverage, on one line:
 *
 * ```text
 * 003: 31 sentences: 24 claimed (91 % of their words), 6 omitted (4 boilerplate, 2 heading), 1 overlooked
 * ```
 */
export function coverageText({ article, claimed, omitted, overlooked, words }: ArticleCoverage): string {
  const sentences = claimed.length + omitted.length + overlooked.length;
  const share = words.all === 0 ? "" : ` (${Math.round((100 * words.claimed) / words.all)} % of their words)`;
  const parts = [
    `${claimed.length} claimed${share}`,
    `${omitted.length} omitted${reasonCounts(omitted)}`,
    `${overlooked.length} overlooked`,
  ];
  return `${article}: ${counted(sentences, "sentence")}: ${parts.join(", ")}`;
}

function reasonCounts(omitted: ArticleCoverage["omitted"]): string {
  const counts = new Map<string, number>();
  for (const { reason = "unknown reason" } of omitted) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (counts.size === 0) return "";
  return ` (${[...counts].map(([reason, count]) => `${count} ${reason}`).join(", ")})`;
}
