import type { Fault } from "../diagnostics/fault.ts";
import type { Claim, ClaimEnd } from "./claim.ts";
import type { ArticleReading } from "./read-article.ts";
import { reportInto } from "./report.ts";

/** A warning at each claim that equals an earlier claim of the same passage, except for its id and gist. */
export function sameClaimFaults({ claims, source }: ArticleReading): readonly Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  for (const { claim, id } of claims) {
    if (claim === undefined || id === undefined) continue;
    const content = contentOf(claim);
    const earlier = seen.get(content);
    if (earlier === undefined) seen.set(content, id.text);
    else {
      const hint = "remove one, or add what distinguishes it";
      reportInto(faults, source)(
        "same-claim",
        id.span,
        `claim ${id.text} says the same as claim ${earlier}`,
        hint,
      );
    }
  }
  return faults;
}

function contentOf({ id: _, gist: __, subject, object, passage, ...rest }: Claim): string {
  const { start, end } = passage;
  return JSON.stringify([keyOf(subject), keyOf(object), start, end, rest]);
}

function keyOf(end: ClaimEnd): string {
  return end.kind === "entity" ? end.entity.id : end.kind === "article" ? "" : `"${end.literal.id}`;
}
