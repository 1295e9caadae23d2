import { counted } from "../output/counted.ts";
import { type Navigate, nameButton } from "./claim-card.ts";
import { claimGroups } from "./claim-groups.ts";
import type { ClaimsSource } from "./claims-source.ts";
import { type Content, element } from "./element.ts";
import { highlightText } from "./highlight-text.ts";
import { panelHead } from "./panel-head.ts";
import type { RowHighlight } from "./view-state.ts";

/** The claims that support one row, with the claims that contradict them, part of the row or not. */
export function rowPage(
  highlight: RowHighlight,
  { reader, passages }: ClaimsSource,
  navigate: Navigate,
): Content {
  const { row, claims, nodes } = highlight;
  const groups = reader.groups(claims);
  const against = new Set(groups.flatMap((group) => group.against.map(({ key }) => key))).size;
  const facts = against > 0 && `contradicted by ${counted(against, "other claim")}`;
  return [
    panelHead(`Evidence for row ${row + 1}`, highlightText(highlight), facts),
    claims.size > 0
      ? claimGroups(groups, navigate, { inFull: true, passages })
      : element(
          "ul",
          { class: "row-nodes" },
          [...nodes].map((key) => element("li", {}, nameButton(reader.node(key), navigate))),
        ),
  ];
}
