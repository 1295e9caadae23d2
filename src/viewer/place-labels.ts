/** A name to place next to its node: the node's disc and the size of the text, in pixels. */
export interface LabelCandidate {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Whether it must be shown, even if it covers something. */
  readonly forced: boolean;
}

export interface LabelPlace<Candidate extends LabelCandidate> {
  readonly candidate: Candidate;
  /** Left edge of the text. */
  readonly x: number;
  /** Vertical middle of the text. */
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Distance between a disc and its name. */
const GAP = 4;
/** The name of a node with at least this radius may cover smaller nodes. */
const IMPORTANT_RADIUS = 9;

/**
 * Places for these names, in order of priority: on the right of the node, or else on the left, below or above it,
 * inside the canvas, where the name covers no other name, no box in `taken` and no other node. If there is no such
 * place, the name of a big node may cover later nodes; other names are left out, unless they are forced.
 */
export function placeLabels<Candidate extends LabelCandidate>(
  candidates: readonly Candidate[],
  canvas: Box,
  taken: readonly Box[] = [],
): LabelPlace<Candidate>[] {
  const names: Box[] = [...taken];
  const discs = candidates.map(({ x, y, radius }) => boxAround(x, y, radius, radius));
  const places: LabelPlace<Candidate>[] = [];
  candidates.forEach((candidate, at) => {
    const boxes = candidateBoxes(candidate);
    const free = boxes.filter((box) => isWithin(box, canvas) && !names.some((name) => overlap(name, box)));
    const clearOf = (others: readonly Box[]) =>
      free.find((box) => !others.some((disc) => disc !== discs[at] && overlap(disc, box)));
    const chosen =
      clearOf(discs) ??
      (candidate.radius >= IMPORTANT_RADIUS || candidate.forced ? clearOf(discs.slice(0, at)) : undefined) ??
      (candidate.forced ? (free[0] ?? boxes[0]) : undefined);
    if (!chosen) return;
    names.push(chosen);
    places.push({ candidate, x: chosen.left, y: (chosen.top + chosen.bottom) / 2 });
  });
  return places;
}

function candidateBoxes({ x, y, radius, width, height }: LabelCandidate): Box[] {
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  const [aside, above] = [radius + GAP + halfWidth, radius + halfHeight + 1];
  return [
    boxAround(x + aside, y, halfWidth, halfHeight),
    boxAround(x - aside, y, halfWidth, halfHeight),
    boxAround(x, y + above, halfWidth, halfHeight),
    boxAround(x, y - above, halfWidth, halfHeight),
  ];
}

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isWithin(box: Box, canvas: Box): boolean {
  return (
    box.left >= canvas.left &&
    box.right <= canvas.right &&
    box.top >= canvas.top &&
    box.bottom <= canvas.bottom
  );
}
