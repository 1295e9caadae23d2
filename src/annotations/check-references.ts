import { nearestNames, oneOf } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { ArticleReading } from "./read-article.ts";
import type { Reference } from "./read-claim.ts";
import type { Report } from "./report.ts";

/** Reports duplicate ids, and claims named by `answers` or `reports` that do not exist. */
export function checkReferences(
  articles: readonly ArticleReading[],
  isBroken: (path: string) => boolean,
): void {
  const claims = new Map<string, Set<string>>();
  const incomplete = new Set<string>();
  for (const { id, source, report, claims: readings } of articles) {
    if (id === undefined) continue;
    if (isBroken(source.path)) incomplete.add(id.text);
    if (claims.has(id.text)) {
      report("duplicate-id", id.span, `there is an article ${id.text} already`, "give it another id");
      continue;
    }
    const ids = new Set<string>();
    claims.set(id.text, ids);
    for (const { id: claimId } of readings) {
      if (claimId === undefined) continue;
      if (ids.has(claimId.text)) {
        const hint = "change the id of one of them";
        report("duplicate-id", claimId.span, `the article has a claim ${claimId.text} already`, hint);
      }
      ids.add(claimId.text);
    }
  }
  for (const { report, claims: readings } of articles) {
    for (const { references } of readings) {
      for (const reference of references) checkReference(reference, { claims, incomplete, report });
    }
  }
}

interface KnownClaims {
  /** Local claim ids by article id. */
  readonly claims: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of articles with broken YAML, which may have claims that could not be read. */
  readonly incomplete: ReadonlySet<string>;
  readonly report: Report;
}

function checkReference({ id, written }: Reference, { claims, incomplete, report }: KnownClaims): void {
  const border = id.indexOf("#");
  const article = id.slice(0, border);
  const local = id.slice(border + 1);
  const known = claims.get(article);
  if (known?.has(local) || incomplete.has(article) || article === "") return;
  if (known === undefined) {
    const near = nearestNames(article, claims.keys());
    const hint = near.length > 0 ? `did you mean ${oneOf(near)}?` : "load its file too";
    report("absent-article", written.span, `the article ${shortened(article)} is not loaded`, hint);
    return;
  }
  const hint = "write the id of a claim of the same article, or article#claim, such as 003#14";
  report("unknown-claim", written.span, `article ${article} has no claim ${shortened(local)}`, hint);
}
