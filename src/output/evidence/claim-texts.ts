import type { Claim, ClaimGroup } from "../../claims/claim.ts";
import { counted } from "../counted.ts";
import type { PassageText } from "./passage-text.ts";

/**
 * The support for a triple in the whole graph: `supported by 5 claims (3 articles, 2 independent origins)`.
 * Claims of an imported graph may have no article.
 */
export function supportText({ support: { claims, articles, origins } }: ClaimGroup): string {
  if (claims === 0) return "supported by no claim";
  return `supported by ${counted(claims, "claim")}${sourcesText(articles, origins)}`;
}

function sourcesText(articles: number, origins: number): string {
  if (articles === 0) return "";
  if (articles === 1) return " (1 article)";
  if (origins === articles) return ` (${counted(articles, "independent article")})`;
  return ` (${counted(articles, "article")}, ${counted(origins, "independent origin")})`;
}

/** The number of claims against a triple in the whole graph: `, denied by 1, contradicted by 2`; empty if 0. */
export function oppositionText({ opposition: { denials, others } }: ClaimGroup): string {
  return [
    denials > 0 ? `, denied by ${denials.toLocaleString("en")}` : "",
    others > 0 ? `, contradicted by ${others.toLocaleString("en")}` : "",
  ].join("");
}

/** The speaker of a claim without a claimant. A claim of an imported graph may have no article either. */
export function unnamedSpeaker({ article }: Claim): string {
  return article === undefined ? "no source given" : "the article in its own voice";
}

/** Position of a claim in its article's text: `003#70 · characters 2262 to 2337 · line 12`. */
export function placeText({ id, key, passage }: Claim, text: PassageText | undefined): string {
  const parts = [id ?? key];
  if (passage !== undefined) parts.push(`characters ${passage.start} to ${passage.end}`);
  if (text?.kind === "words") parts.push(`line ${text.line}`);
  if (text?.kind === "missing") parts.push(text.reason);
  return parts.join(" · ");
}
