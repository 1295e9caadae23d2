import type { Claim, ClaimGroup, NamedNode } from "../../claims/claim.ts";
import { jsonList, rowsMembers } from "../rows/json.ts";
import { printableJson } from "../rows/json-text.ts";
import type { Rows } from "../rows/rows.ts";
import type { PassageTexts } from "./passage-text.ts";

/** The evidence for one row. */
export interface RowClaims {
  readonly groups: readonly ClaimGroup[];
  /** Nodes that support the row, except the ends of its claims. */
  readonly nodes: readonly Required<NamedNode>[];
}

/**
 * The object of `jsonRows` with a third member, `evidence`: for each row a line `{"groups": [...], "nodes": [...]}`.
 * The entry of a claim in `passages` is its member `text`. `grammar/reference.md` describes all members.
 */
export function jsonEvidence(
  rows: Rows,
  evidence: readonly RowClaims[],
  passages: PassageTexts = new Map(),
): string {
  const withText = (claim: Claim) => ({ ...claim, text: passages.get(claim.key) });
  const withTexts = (group: ClaimGroup) => ({
    ...group,
    claims: group.claims.map(withText),
    against: group.against.map(withText),
  });
  const lines = evidence.map(({ groups, nodes }) =>
    printableJson(JSON.stringify({ groups: groups.map(withTexts), nodes })),
  );
  return `{${rowsMembers(rows)}, "evidence": ${jsonList(lines)}}\n`;
}
