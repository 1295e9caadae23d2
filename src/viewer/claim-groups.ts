import type { Claim, ClaimGroup } from "../claims/claim.ts";
import { counted } from "../output/counted.ts";
import { oppositionText, supportText } from "../output/evidence/claim-texts.ts";
import type { PassageTexts } from "../output/evidence/passage-text.ts";
import { claimCard, type Navigate, nameButton, replies } from "./claim-card.ts";
import { element } from "./element.ts";
import { typePhrase } from "./type-phrase.ts";

/** Number of claims shown at once; more are shown on demand, because a hub may have thousands. */
const PAGE = 60;

export interface GroupOptions {
  /** Keys of the claims that support the query's answer; they are marked. */
  readonly result?: ReadonlySet<string> | undefined;
  /** Whether to show also the support for each triple, and the claims against it. */
  readonly inFull?: boolean;
  /** The words of claims' passages, if they are known. */
  readonly passages?: PassageTexts | undefined;
}

/** Claims grouped by relationship, the contested ones first. */
export function claimGroups(
  groups: readonly ClaimGroup[],
  navigate: Navigate,
  options: GroupOptions = {},
): HTMLElement {
  if (groups.length === 0) return element("p", { class: "hint" }, "No claims.");
  const container = element("div", { class: "groups" });
  let next = 0;
  const more = element("button", { class: "more", onclick: () => showPage() });
  function showPage(): void {
    more.remove();
    for (let shown = 0; next < groups.length && shown < PAGE; next++) {
      const group = groups[next] as ClaimGroup;
      container.append(groupElement(group, navigate, options));
      shown += group.claims.length;
    }
    const left = groups.slice(next).reduce((sum, { claims }) => sum + claims.length, 0);
    more.textContent = `Show more (${counted(left, "claim")} left)`;
    if (left > 0) container.append(more);
  }
  showPage();
  return container;
}

function groupElement(
  group: ClaimGroup,
  navigate: Navigate,
  { result = new Set(), inFull = false, passages }: GroupOptions,
): HTMLElement {
  const cards = (claims: readonly Claim[]) =>
    element(
      "ul",
      { class: "claims" },
      claims.map((claim) =>
        claimCard(claim, navigate, {
          inResult: result.has(claim.key),
          inFull,
          passage: passages?.get(claim.key),
        }),
      ),
    );
  return element(
    "section",
    { class: `group${group.contested ? " group-contested" : ""}` },
    element(
      "h3",
      { class: "triple" },
      nameButton(group.subject, navigate),
      element("span", { class: "type", title: group.type }, ` ${typePhrase(group.type)} `),
      nameButton(group.object, navigate),
    ),
    element(
      "p",
      { class: "group-facts" },
      group.contested && element("span", { class: "badge badge-contested" }, "contested"),
      counted(group.claims.length, "claim"),
      group.articles > 1 && ` · ${counted(group.articles, "article")}`,
    ),
    inFull &&
      group.support.articles > 0 &&
      element("p", { class: "support" }, supportText(group) + oppositionText(group)),
    cards(group.claims),
    inFull &&
      group.contradictedBy.length > 0 && [
        element("h4", { class: "against" }, "Claims against it, part of the row"),
        replies("≠", group.contradictedBy),
      ],
    inFull &&
      group.against.length > 0 && [
        element("h4", { class: "against" }, "Claims against it, not part of the row"),
        cards(group.against),
      ],
  );
}
