import type { DrawingTheme } from "./drawing-theme.ts";

/** What is known of a node when its label is drawn: its centre and radius in pixels of the canvas. */
export interface LabelledNode {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label?: string | null;
  readonly color: string;
}

/** Long titles are cut: the whole one is in the panel. */
const LONGEST_LABEL = 42;

/** Draws a node's name beside it, with a rim in the colour of the ground so that lines do not cross it out. */
export function drawLabel(context: CanvasRenderingContext2D, node: LabelledNode, theme: DrawingTheme): void {
  if (!node.label) return;
  const size = labelSize(node.size);
  context.font = `${node.size > 11 ? 600 : 500} ${size}px ${theme.font}`;
  const x = node.x + node.size + 4;
  const y = node.y + size / 3;
  const text = shortened(node.label);
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = theme.paper;
  context.strokeText(text, x, y);
  context.fillStyle = theme.ink;
  context.fillText(text, x, y);
}

/** Draws the node that the pointer is on: a ring, and its whole name on a plate above all others. */
export function drawHovered(
  context: CanvasRenderingContext2D,
  node: LabelledNode,
  theme: DrawingTheme,
): void {
  context.beginPath();
  context.arc(node.x, node.y, node.size + 2.5, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = theme.ink;
  context.stroke();
  if (!node.label) return;
  const size = labelSize(node.size) + 1;
  context.font = `600 ${size}px ${theme.font}`;
  const text = shortened(node.label, 90);
  const x = node.x + node.size + 6;
  const width = context.measureText(text).width;
  context.beginPath();
  context.roundRect(x, node.y - size, width + 14, size * 2, 5);
  context.fillStyle = theme.ink;
  context.fill();
  context.fillStyle = theme.paper;
  context.fillText(text, x + 7, node.y + size / 3);
}

function labelSize(nodeSize: number): number {
  return nodeSize > 16 ? 15 : nodeSize > 10 ? 13.5 : 12;
}

function shortened(label: string, longest = LONGEST_LABEL): string {
  const characters = [...label];
  return characters.length <= longest
    ? label
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
