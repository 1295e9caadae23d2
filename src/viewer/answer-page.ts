import type { Navigate } from "./claim-card.ts";
import { claimGroups } from "./claim-groups.ts";
import type { ClaimsSource } from "./claims-source.ts";
import { type Content, element } from "./element.ts";
import { highlightText } from "./highlight-text.ts";
import { panelHead } from "./panel-head.ts";
import type { Highlight } from "./view-state.ts";

/** The claims that support a query's answer. */
export function answerPage(answer: Highlight, { reader }: ClaimsSource, navigate: Navigate): Content {
  return [
    panelHead("Evidence for the answer", highlightText(answer)),
    answer.claims.size > 0
      ? claimGroups(reader.groups(answer.claims), navigate)
      : element("p", { class: "hint" }, "Return the relationships too, to see here who makes these claims."),
  ];
}
