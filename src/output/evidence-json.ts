import type { ClaimGroup, NamedNode } from "../claims/claim.ts";
import { printableText } from "../diagnostics/printable-text.ts";
import { jsonRows } from "./json.ts";
import type { Rows } from "./rows.ts";

/** What one row rests on. */
export interface RowGrounds {
  readonly groups: readonly ClaimGroup[];
  /** Nodes that the row rests on beside the ends of its claims. */
  readonly nodes: readonly Required<NamedNode>[];
}

/** {@link jsonRows} with a third member, `evidence`: for each row `{"groups": [...], "nodes": [...]}`, one a line. */
export function jsonEvidence(rows: Rows, grounds: readonly RowGrounds[]): string {
  const lines = grounds.map((row) => printableText(JSON.stringify(row)));
  const evidence = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`;
  return jsonRows(rows).replace(/\}\n$/, `, "evidence": ${evidence}}\n`);
}
