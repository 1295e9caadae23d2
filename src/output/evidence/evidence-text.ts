/**
 * The evidence for a row, for a terminal: the claims by triple, each with its claimant, stance, dates and source, and
 * then the claims that contradict them. All text from the graph or an article is made printable before it is styled.
 */
import type { Claim, ClaimGroup, LinkedClaim } from "../../claims/claim.ts";
import { printableLine } from "../../diagnostics/printable-text.ts";
import { counted } from "../counted.ts";
import { wrappedText } from "../rows/wrap-text.ts";
import { PLAIN, type TextStyle } from "../text-style.ts";
import { oppositionText, placeText, supportText, unnamedSpeaker } from "./claim-texts.ts";
import { readableDate } from "./event-date.ts";
import type { PassageTexts } from "./passage-text.ts";

export interface EvidenceTextOptions {
  /** Terminal columns. Omitted: 80. */
  readonly width?: number | undefined;
  readonly style?: TextStyle;
  /** By claim key, if the articles' texts are available. */
  readonly passages?: PassageTexts;
}

const DEFAULT_WIDTH = 80;
/** Maximum width on a wide screen: longer lines are hard to read. */
const WIDEST = 100;
/** Maximum number of claims per triple and side, and of triples: thousands of claims may support a count. */
const MOST_CLAIMS = 20;
const MOST_GROUPS = 20;

export function evidenceText(groups: readonly ClaimGroup[], options: EvidenceTextOptions = {}): string {
  const width = Math.max(40, Math.min(options.width ?? DEFAULT_WIDTH, WIDEST));
  const writer = { width, style: options.style ?? PLAIN, passages: options.passages ?? new Map() };
  const shown = groups.slice(0, MOST_GROUPS).map((group) => groupLines(group, writer));
  const left = groups.length - shown.length;
  if (left > 0) shown.push([`… and claims of ${counted(left, "more triple")}`]);
  return shown.map((lines) => lines.map((line) => `${line.trimEnd()}\n`).join("")).join("\n");
}

interface Writer {
  readonly width: number;
  readonly style: TextStyle;
  readonly passages: PassageTexts;
}

function groupLines(group: ClaimGroup, writer: Writer): string[] {
  const { style } = writer;
  const { subject, type, object, contested, claims, against, contradictedBy } = group;
  const triple = `${subject.name} ${type} ${object.name}`;
  const lines = block(triple, writer, { style: style.strong });
  if (contested) lines.push(style.alert("contested"));
  lines.push(...block(supportText(group) + oppositionText(group), writer, { style: style.faint }), "");
  lines.push(...claimsLines(claims, group, writer));
  if (contradictedBy.length > 0) {
    lines.push(`  ${style.alert("Claims against it, part of the row")}`, "");
    lines.push(...linksLines(contradictedBy, writer));
  }
  if (against.length > 0) {
    lines.push(`  ${style.alert("Claims against it, not part of the row")}`, "");
    lines.push(...claimsLines(against, group, writer));
  }
  return lines.slice(0, -1);
}

/** Whether a claim names another object; the ends of a symmetric type may be swapped. */
function isOfOther({ object }: Claim, triple: Pick<ClaimGroup, "subject" | "object">): boolean {
  return object.key !== triple.object.key && object.key !== triple.subject.key;
}

/** Lines for claims that are printed in full with another triple. */
function linksLines(links: readonly LinkedClaim[], writer: Writer): string[] {
  const first = `  ${writer.style.alert("≠")} `;
  const lines = links
    .slice(0, MOST_CLAIMS)
    .flatMap((link) => block(linkText(link, new Set()), writer, { first, indent: "    " }));
  const left = links.length - MOST_CLAIMS;
  return [...lines, ...(left > 0 ? [`  … and ${counted(left, "more claim")}`] : []), ""];
}

function claimsLines(claims: readonly Claim[], group: ClaimGroup, writer: Writer): string[] {
  const lines = claims.slice(0, MOST_CLAIMS).flatMap((claim) => [...claimLines(claim, group, writer), ""]);
  const left = claims.length - MOST_CLAIMS;
  return left > 0 ? [...lines, `  … and ${counted(left, "more claim")}`, ""] : lines;
}

function claimLines(claim: Claim, group: ClaimGroup, writer: Writer): string[] {
  const { style, passages } = writer;
  const isOther = isOfOther(claim, group);
  const shown = new Set([...group.claims, ...group.against].map(({ key }) => key));
  const link = (relation: string) => (other: LinkedClaim) =>
    block(`${relation} ${linkText(other, shown)}`, writer, { indent: "    " });
  const mark = claim.denies ? "−" : isOther ? "≠" : "+";
  const gist = claim.gist ?? `${claim.subject.name} ${claim.type} ${claim.object.name}`;
  const faint = { indent: "    ", style: style.faint };
  const passage = passages.get(claim.key);
  return [
    ...block(gist, writer, {
      first: `  ${claim.denies || isOther ? style.alert(mark) : mark} `,
      indent: "    ",
    }),
    ...block(speakerText(claim), writer, { indent: "    " }),
    ...block(
      claim.qualifiers.map(([name, text]) => `${name.replaceAll("_", " ")}: ${text}`).join("; "),
      writer,
      faint,
    ),
    ...block(sourceText(claim), writer, faint),
    ...block(placeText(claim, passage), writer, faint),
    ...claim.answers.flatMap(link("answers")),
    ...claim.answeredBy.flatMap(link("answered by")),
    ...(passage?.kind === "words"
      ? block(`“${passage.words}”`, writer, {
          indent: `    ${style.faint("│")} `,
          style: style.quote,
          indentWidth: 6,
        })
      : []),
  ];
}

/** Claimant and messengers, stance, modality, assessment, and the times of the event and of the statement. */
function speakerText(claim: Claim): string {
  const { claimant, via, stance, modality, assessment, when, said } = claim;
  const speaker = claimant?.name ?? unnamedSpeaker(claim);
  const chain =
    via.length === 0 ? speaker : `${speaker}, as reported by ${via.map(({ name }) => name).join(", then ")}`;
  const parts = [chain, stance];
  if (modality !== "actual") parts.push(modality);
  if (assessment !== undefined) parts.push(`the article: ${assessment}`);
  if (when !== undefined) parts.push(`event ${readableDate(when)}`);
  if (said !== undefined) parts.push(`said ${readableDate(said)}`);
  return parts.join(" · ");
}

function sourceText({ article }: Claim): string {
  if (article === undefined) return "";
  const { title, publisher, published } = article;
  const imprint = [publisher?.name, published === undefined ? undefined : readableDate(published)];
  const known = imprint.filter((part) => part !== undefined).join(", ");
  return known === "" ? title : `${known}: ${title}`;
}

/** A claim that is `shown` near the link needs only its id. */
function linkText({ id, key, gist, claimant }: LinkedClaim, shown: ReadonlySet<string>): string {
  if (key !== undefined && shown.has(key)) return id;
  const words = [claimant, gist].filter((part) => part !== undefined).join(": ");
  return words === "" ? id : `${id}, ${words}`;
}

interface BlockOptions {
  readonly indent?: string;
  /** Start of the first line, instead of `indent`. */
  readonly first?: string;
  /** Width of `indent` in columns, if it is styled. */
  readonly indentWidth?: number;
  readonly style?: (text: string) => string;
}

/** `text` as printable lines that fit the width. */
function block(text: string, { width }: Writer, options: BlockOptions): string[] {
  const { indent = "", first = indent, indentWidth = indent.length, style = (line) => line } = options;
  const plain = printableLine(text.replace(/\s+/g, " "));
  return wrappedText(plain, width - indentWidth).map((line, at) => (at === 0 ? first : indent) + style(line));
}
