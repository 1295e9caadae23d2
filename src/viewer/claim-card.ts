import type { Claim, LinkedClaim, NamedNode } from "../claims/claim.ts";
import { placeText, unnamedSpeaker } from "../output/evidence/claim-texts.ts";
import { readableDate } from "../output/evidence/event-date.ts";
import type { PassageText } from "../output/evidence/passage-text.ts";
import { element, nameElement } from "./element.ts";

/** Handles a click on a name: shows the node with this key. */
export type Navigate = (key: string) => void;

export interface CardOptions {
  /** Whether the claim supports the query's answer. */
  readonly inResult: boolean;
  /** Whether to show also its position in the text, and the claims that it answers. */
  readonly inFull: boolean;
  /** The words of its passage, if they are known. */
  readonly passage?: PassageText | undefined;
}

/** One claim: gist, claimant, stance, source, position and dates. */
export function claimCard(claim: Claim, navigate: Navigate, options: CardOptions): HTMLElement {
  const { inResult, inFull, passage } = options;
  return element(
    "li",
    {
      class: `claim${claim.denies ? " claim-denied" : ""}${inResult ? " claim-in-result" : ""}`,
      attributes: { "data-claim": claim.key },
    },
    claim.gist !== undefined && element("p", { class: "gist", attributes: { dir: "auto" } }, claim.gist),
    element(
      "p",
      { class: "byline" },
      claim.claimant
        ? nameButton(claim.claimant, navigate)
        : element("span", { class: "voice" }, unnamedSpeaker(claim)),
      " ",
      badges(claim),
    ),
    claim.via.length > 0 &&
      element(
        "p",
        { class: "via" },
        "as reported by ",
        claim.via.flatMap((name, at) => [at > 0 ? ", then " : "", nameButton(name, navigate)]),
      ),
    details(claim),
    claim.article && source(claim, navigate),
    inFull && [...replies("answers", claim.answers), ...replies("answered by", claim.answeredBy)],
    inFull && element("p", { class: "place" }, placeText(claim, passage)),
    inFull &&
      passage?.kind === "words" &&
      element("blockquote", { class: "passage", attributes: { dir: "auto" } }, `“${passage.words}”`),
  );
}

/** One line per claim, which begins with its relation to the claim above. */
export function replies(relation: string, claims: readonly LinkedClaim[]): HTMLElement[] {
  return claims.map(({ id, gist, claimant }) =>
    element(
      "p",
      { class: "reply", attributes: { dir: "auto" } },
      `${relation} `,
      claimant !== undefined && [nameElement(claimant), ": "],
      gist ?? id,
    ),
  );
}

/** A name that links to its node, or plain text if there is no such node. */
export function nameButton({ name, key }: NamedNode, navigate: Navigate): HTMLElement {
  if (key === undefined) return element("span", { class: "name" }, nameElement(name));
  return element("button", { class: "name name-link", onclick: () => navigate(key) }, nameElement(name));
}

function badges(claim: Claim): HTMLElement[] {
  const made: HTMLElement[] = [];
  const badge = (kind: string, text: string) =>
    made.push(element("span", { class: `badge badge-${kind}` }, text), element("span", {}, " "));
  if (claim.denies) badge("denied", claim.stance);
  else if (claim.stance !== "affirmed") badge("stance", claim.stance);
  if (claim.modality !== "actual") badge("modality", claim.modality);
  if (claim.assessment !== undefined) {
    badge(claim.isRefuted ? "refuted" : "assessment", `the article: ${claim.assessment}`);
  }
  return made;
}

function details({ when, said, qualifiers }: Claim): HTMLElement | undefined {
  const entries: (readonly [string, string])[] = [];
  if (when !== undefined) entries.push(["when", readableDate(when)]);
  if (said !== undefined) entries.push(["said", readableDate(said)]);
  entries.push(...qualifiers);
  if (entries.length === 0) return undefined;
  return element(
    "dl",
    { class: "details" },
    entries.map(([name, text]) =>
      element(
        "div",
        {},
        element("dt", {}, name.replaceAll("_", " ")),
        element("dd", { attributes: { dir: "auto" } }, text),
      ),
    ),
  );
}

function source({ article }: Claim, navigate: Navigate): HTMLElement | undefined {
  if (!article) return undefined;
  const { title, key, publisher, published } = article;
  return element(
    "p",
    { class: "source" },
    element("cite", {}, nameButton({ name: title, ...(key !== undefined && { key }) }, navigate)),
    element(
      "span",
      { class: "imprint" },
      publisher && nameButton(publisher, navigate),
      publisher && published !== undefined && ", ",
      published !== undefined && readableDate(published),
    ),
  );
}
