import type { Claim, ClaimGroup } from "../../claims/claim.ts";
import { counted } from "../counted.ts";
import type { PassageText } from "./passage-text.ts";

/**
 * On how many a triple rests in the whole graph: `5 claims in 3 articles of 2 independent origins uphold it`.
 * Claims of an imported graph may have no article.
 */
export function supportText({ support: { claims, articles, origins } }: ClaimGroup): string {
  if (claims === 0) return "no claim upholds it";
  const uphold = claims === 1 ? "upholds" : "uphold";
  if (articles === 0) return `${counted(claims, "claim")} ${uphold} it`;
  if (articles === 1) return `${counted(claims, "claim")} in one article ${uphold} it`;
  const sources =
    origins === articles ? "independent of each other" : `of ${counted(origins, "independent origin")}`;
  return `${counted(claims, "claim")} in ${counted(articles, "article")} ${sources} ${uphold} it`;
}

/** How many in the whole graph are against it: `, 1 denies it, 2 say otherwise`; nothing where nobody is. */
export function oppositionText({ opposition: { denials, others } }: ClaimGroup): string {
  return [
    denials > 0 ? `, ${counted(denials, "denies it", "deny it")}` : "",
    others > 0 ? `, ${counted(others, "says otherwise", "say otherwise")}` : "",
  ].join("");
}

/** Where a claim stands in its article's text: `003#70 · characters 2262 to 2337 · line 12`. */
export function placeText({ id, key, passage }: Claim, text: PassageText | undefined): string {
  const parts = [id ?? key];
  if (passage !== undefined) parts.push(`characters ${passage.start} to ${passage.end}`);
  if (text?.kind === "words") parts.push(`line ${text.line}`);
  if (text?.kind === "missing") parts.push(text.reason);
  return parts.join(" · ");
}
