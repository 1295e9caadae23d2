import type { ClaimGroup } from "../output/scene-claims.ts";
import { claimCard, type Navigate, nameButton } from "./claim-card.ts";
import { counted } from "./counted.ts";
import { element } from "./element.ts";
import { typePhrase } from "./type-phrase.ts";

/** So many claims are written out at once; the rest on demand, for a hub may have thousands. */
const PAGE = 60;

/** Claims grouped by relationship, the contested ones first. */
export function claimGroups(
  groups: readonly ClaimGroup[],
  navigate: Navigate,
  result: ReadonlySet<string> = new Set(),
): HTMLElement {
  const container = element("div", { class: "groups" });
  let next = 0;
  const more = element("button", { class: "more", onclick: () => showPage() });
  function showPage(): void {
    more.remove();
    for (let shown = 0; next < groups.length && shown < PAGE; next++) {
      const group = groups[next] as ClaimGroup;
      container.append(groupElement(group, navigate, result));
      shown += group.claims.length;
    }
    const left = groups.slice(next).reduce((sum, { claims }) => sum + claims.length, 0);
    more.textContent = `Show more (${counted(left, "claim")} left)`;
    if (left > 0) container.append(more);
  }
  showPage();
  return container;
}

function groupElement(group: ClaimGroup, navigate: Navigate, result: ReadonlySet<string>): HTMLElement {
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
    element(
      "ul",
      { class: "claims" },
      group.claims.map((claim) => claimCard(claim, navigate, result.has(claim.key))),
    ),
  );
}
