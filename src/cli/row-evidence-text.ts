import type { Claim, ClaimGroup } from "../claims/claim.ts";
import type { ClaimReader } from "../claims/claim-reader.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import type { Result } from "../execute/result.ts";
import { counted } from "../output/counted.ts";
import type { RowClaims } from "../output/evidence/evidence-json.ts";
import { evidenceText } from "../output/evidence/evidence-text.ts";
import { displayTextIn } from "../output/rows/display-text.ts";
import { shortened } from "../output/rows/fit-text.ts";
import { cellRoom } from "../values/text-room.ts";
import type { ArticleTexts } from "./article-texts.ts";
import { type Terminal, tableWidth, textStyle } from "./terminal.ts";

/** Maximum number of node names printed for a row that no claim supports. */
const MOST_NAMES = 10;

/**
 * The evidence for a row (0-based).
 *
 * @throws `CypherError` if the result no longer has its evidence
 */
export function claimsOfRow(reader: ClaimReader, result: Result, row: number): RowClaims {
  const { nodes, relationships } = result.evidence(row);
  const ends = new Set(relationships.flatMap(({ start, end }) => [start, end]));
  return {
    groups: reader.groups(relationships.map(({ id }) => id)),
    nodes: nodes.filter(({ id }) => !ends.has(id)).map(({ id }) => reader.node(id)),
  };
}

export interface RowEvidenceTextOptions {
  readonly result: Result;
  /** 0-based. */
  readonly row: number;
  readonly texts: ArticleTexts | undefined;
  readonly terminal: Terminal;
}

/** The evidence for a row, as `:why` and `query --evidence` print it, with the words of passages found in `texts`. */
export async function rowEvidenceText(
  { groups, nodes }: RowClaims,
  { result, row, texts, terminal }: RowEvidenceTextOptions,
): Promise<string> {
  const width = tableWidth(terminal);
  const style = textStyle(terminal);
  const values = (result.rows[row] ?? []).map((value) => displayTextIn(value, cellRoom())).join(" │ ");
  const title = shortened(printableLine(`Row ${row + 1}: ${values}`), Math.min(width ?? 80, 100));
  const passages = await texts?.passages(groups.flatMap(claimsOfGroup));
  const evidence =
    groups.length > 0
      ? evidenceText(groups, { width, style, ...(passages !== undefined && { passages }) })
      : `supported by no claim${nodes.length > 0 ? `, only by ${counted(nodes.length, "node")}: ${nameList(nodes)}` : ""}\n`;
  return `${style.strong(title)}\n\n${evidence}`;
}

/** The claims of a group that are printed in full. */
export function claimsOfGroup({ claims, against }: ClaimGroup): readonly Claim[] {
  return [...claims, ...against];
}

function nameList(nodes: RowClaims["nodes"]): string {
  const names = nodes.slice(0, MOST_NAMES).map(({ name }) => printableLine(name));
  return `${names.join(", ")}${nodes.length > MOST_NAMES ? " …" : ""}`;
}
