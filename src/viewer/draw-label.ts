import type { DrawingTheme } from "./drawing-theme.ts";
import { type Box, type LabelCandidate, placeLabels } from "./place-labels.ts";

/** What is known of a node when its label is drawn: its centre and radius in pixels of the canvas. */
export interface LabelledNode {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label?: string | null;
  /** Must have its name drawn. */
  readonly forceLabel?: boolean;
  /** What the focus is about: its name stands on a plate, in full. */
  readonly highlighted?: boolean;
}

/** Long titles are cut: the whole one is in the panel. */
const LONGEST_LABEL = 38;
const PLATE_MARGIN = 7;
const LONGEST_HIGHLIGHTED = 90;

/**
 * Draws the names of these nodes, the bigger first, as many as have room on the canvas beside what is `taken`,
 * and a ring round each highlighted one.
 */
export function drawLabels(
  context: CanvasRenderingContext2D,
  nodes: readonly LabelledNode[],
  theme: DrawingTheme,
  [canvas, ...taken]: readonly [canvas: Box, ...taken: Box[]],
): void {
  const wishes = [...nodes]
    .sort((a, b) => rankOf(b) - rankOf(a) || b.size - a.size)
    .flatMap((node) => wishOf(context, node, theme));
  context.lineJoin = "round";
  context.textBaseline = "middle";
  for (const node of nodes) if (node.highlighted) drawRing(context, node, theme);
  for (const { wish, x, y } of placeLabels(wishes, canvas, taken)) {
    context.font = wish.font;
    if (wish.isPlate) {
      drawPlate(context, wish, { x, y }, theme);
      continue;
    }
    // A rim in the colour of the ground, so that lines do not cross the name out.
    context.lineWidth = 4;
    context.strokeStyle = theme.paper;
    context.strokeText(wish.text, x, y);
    context.fillStyle = theme.ink;
    context.fillText(wish.text, x, y);
  }
  context.textBaseline = "alphabetic";
}

function drawPlate(
  context: CanvasRenderingContext2D,
  { text, width, height }: TextWish,
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

interface TextWish extends LabelCandidate {
  readonly text: string;
  readonly font: string;
  readonly isPlate: boolean;
}

function wishOf(
  context: CanvasRenderingContext2D,
  { x, y, size, label, forceLabel = false, highlighted = false }: LabelledNode,
  theme: DrawingTheme,
): TextWish[] {
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

/** The order in which names are placed, before their size counts. */
function rankOf({ highlighted = false, forceLabel = false }: LabelledNode): number {
  return Number(highlighted) * 2 + Number(forceLabel);
}

/** Draws a ring round the node that the focus is about. */
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
