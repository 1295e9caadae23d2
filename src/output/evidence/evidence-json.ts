import type { Claim, ClaimGroup, NamedNode } from "../../claims/claim.ts";
import { jsonList, rowsMembers } from "../rows/json.ts";
import { printableJson } from "../rows/json-text.ts";
import type { Rows } from "../rows/rows.ts";
import type { PassageTexts } from "./passage-text.ts";

/** What one row rests on. */
export interface RowClaims {
  readonly groups: readonly ClaimGroup[];
  /** Nodes that the row rests on beside the ends of its claims. */
  readonly nodes: readonly Required<NamedNode>[];
}

/**
 * The object of `jsonRows` with a third member, `evidence`: for each row `{"groups": [...], "nodes": [...]}`, one a
 * line. What `passages` has of a claim is its member `text`. All members are told in `grammar/reference.md`.
 */
export function jsonEvidence(
  rows: Rows,
  grounds: readonly RowClaims[],
  passages: PassageTexts = new Map(),
): string {
  const withText = (claim: Claim) => ({ ...claim, text: passages.get(claim.key) });
  const withTexts = (group: ClaimGroup) => ({
    ...group,
    claims: group.claims.map(withText),
    against: group.against.map(withText),
  });
  const lines = grounds.map(({ groups, nodes }) =>
    printableJson(JSON.stringify({ groups: groups.map(withTexts), nodes })),
  );
  return `{${rowsMembers(rows)}, "evidence": ${jsonList(lines)}}\n`;
}
