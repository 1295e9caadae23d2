import type { DrawingTheme } from "./drawing-theme.ts";
import { type Box, type LabelCandidate, placeLabels } from "./place-labels.ts";

/** A node whose label is to be drawn: its centre and radius are in pixels of the canvas. */
export interface LabelledNode {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label?: string | null;
  /** Whether its name must be drawn. */
  readonly forceLabel?: boolean;
  /** Whether the focus is on it: its name is drawn on a plate, in full. */
  readonly highlighted?: boolean;
}

/** Maximum length of a label, in characters; the panel shows the full title. */
const LONGEST_LABEL = 38;
const PLATE_MARGIN = 7;
const LONGEST_HIGHLIGHTED = 90;

/**
 * Draws the names of these nodes, bigger nodes first, as far as they fit on the canvas outside the boxes `taken`, and
 * a ring around each highlighted node.
 */
export function drawLabels(
  context: CanvasRenderingContext2D,
  nodes: readonly LabelledNode[],
  theme: DrawingTheme,
  [canvas, ...taken]: readonly [canvas: Box, ...taken: Box[]],
): void {
  const candidates = [...nodes]
    .sort((a, b) => rankOf(b) - rankOf(a) || b.size - a.size)
    .flatMap((node) => candidateOf(context, node, theme));
  context.lineJoin = "round";
  context.textBaseline = "middle";
  for (const node of nodes) if (node.highlighted) drawRing(context, node, theme);
  for (const { candidate, x, y } of placeLabels(candidates, canvas, taken)) {
    context.font = candidate.font;
    if (candidate.isPlate) {
      drawPlate(context, candidate, { x, y }, theme);
      continue;
    }
    // An outline in the background colour, so that lines do not cross out the name.
    context.lineWidth = 4;
    context.strokeStyle = theme.paper;
    context.strokeText(candidate.text, x, y);
    context.fillStyle = theme.ink;
    context.fillText(candidate.text, x, y);
  }
  context.textBaseline = "alphabetic";
}

function drawPlate(
  context: CanvasRenderingContext2D,
  { text, width, height }: TextCandidate,
  { x, y }: { readonly x: number; readonly y: number },
  theme: DrawingTheme,
): void {
  context.beginPath();
  context.roundRect(x, y - height / 2, width, height, 5);
  context.fillStyle = theme.ink;
  context.fill();
  context.fillStyle = theme.paper;
  context.fillText(text, x + PLATE_MARGIN, y + 1);
}

interface TextCandidate extends LabelCandidate {
  readonly text: string;
  readonly font: string;
  readonly isPlate: boolean;
}

function candidateOf(
  context: CanvasRenderingContext2D,
  { x, y, size, label, forceLabel = false, highlighted = false }: LabelledNode,
  theme: DrawingTheme,
): TextCandidate[] {
  if (!label) return [];
  const lineHeight = textSize(size) + (highlighted ? 1 : 0);
  const font = `${highlighted || size > 11 ? 600 : 400} ${lineHeight}px ${theme.font}`;
  const text = shortened(label, highlighted ? LONGEST_HIGHLIGHTED : LONGEST_LABEL);
  context.font = font;
  const margin = highlighted ? PLATE_MARGIN : 0;
  const width = context.measureText(text).width + 2 * margin;
  const height = lineHeight + 2 + margin;
  return [{ x, y, radius: size, width, height, forced: forceLabel, text, font, isPlate: highlighted }];
}

/** Priority of a name: names are placed by rank, and then by the size of their nodes. */
function rankOf({ highlighted = false, forceLabel = false }: LabelledNode): number {
  return Number(highlighted) * 2 + Number(forceLabel);
}

/** Draws a ring around a highlighted node. */
function drawRing(context: CanvasRenderingContext2D, node: LabelledNode, theme: DrawingTheme): void {
  context.beginPath();
  context.arc(node.x, node.y, node.size + 2.5, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = theme.ink;
  context.stroke();
}

function textSize(nodeSize: number): number {
  return nodeSize > 16 ? 15 : nodeSize > 10 ? 13 : 12;
}

function shortened(label: string, longest: number): string {
  const characters = [...label];
  return characters.length <= longest
    ? label
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
