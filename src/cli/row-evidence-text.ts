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

/** Names of nodes that are told where a row rests on no claim. */
const MOST_NAMES = 10;

/** What a row, counted from 0, rests on. Throws `CypherError` where the result cannot tell any more. */
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
  /** Counted from 0. */
  readonly row: number;
  readonly texts: ArticleTexts | undefined;
  readonly terminal: Terminal;
}

/** What a row rests on, as `:why` and `query --evidence` tell it, with the words of the passages that `texts` has. */
export async function rowEvidenceText(
  { groups, nodes }: RowClaims,
  { result, row, texts, terminal }: RowEvidenceTextOptions,
): Promise<string> {
  const width = tableWidth(terminal);
  const style = textStyle(terminal);
  const values = (result.rows[row] ?? []).map((value) => displayTextIn(value, cellRoom())).join(" │ ");
  const title = shortened(printableLine(`Row ${row + 1}: ${values}`), Math.min(width ?? 80, 100));
  const passages = await texts?.passages(groups.flatMap(claimsOfGroup));
  const told =
    groups.length > 0
      ? evidenceText(groups, { width, style, ...(passages !== undefined && { passages }) })
      : `rests on no claim${nodes.length > 0 ? `, but on ${counted(nodes.length, "node")}: ${nameList(nodes)}` : ""}\n`;
  return `${style.strong(title)}\n\n${told}`;
}

/** Those that are told in full. */
export function claimsOfGroup({ claims, against }: ClaimGroup): readonly Claim[] {
  return [...claims, ...against];
}

function nameList(nodes: RowClaims["nodes"]): string {
  const names = nodes.slice(0, MOST_NAMES).map(({ name }) => printableLine(name));
  return `${names.join(", ")}${nodes.length > MOST_NAMES ? " …" : ""}`;
}
