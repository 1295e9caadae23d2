import { counted } from "../output/counted.ts";
import { type Navigate, nameButton } from "./claim-card.ts";
import { claimGroups } from "./claim-groups.ts";
import type { ClaimsSource } from "./claims-source.ts";
import { type Content, element } from "./element.ts";
import { highlightText } from "./highlight-text.ts";
import { panelHead } from "./panel-head.ts";
import type { RowHighlight } from "./view-state.ts";

/** The claims behind one row, with what speaks against them, whether the row rests on that or not. */
export function rowPage(
  asked: RowHighlight,
  { reader, passages }: ClaimsSource,
  navigate: Navigate,
): Content {
  const { row, claims, nodes } = asked;
  const groups = reader.groups(claims);
  const against = new Set(groups.flatMap((group) => group.against.map(({ key }) => key))).size;
  const facts =
    against > 0 && `${counted(against, "claim")} beside it ${against === 1 ? "speaks" : "speak"} against`;
  return [
    panelHead(`Row ${row + 1} rests on`, highlightText(asked), facts),
    claims.size > 0
      ? claimGroups(groups, navigate, { beside: true, passages })
      : element(
          "ul",
          { class: "row-nodes" },
          [...nodes].map((key) => element("li", {}, nameButton(reader.node(key), navigate))),
        ),
  ];
}
