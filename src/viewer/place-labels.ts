/** A name that wants a place beside its node: the disc and the size of the text, in pixels. */
export interface LabelCandidate {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Must be shown, whatever it covers. */
  readonly forced: boolean;
}

export interface LabelPlace<Wish extends LabelCandidate> {
  readonly wish: Wish;
  /** The text's left end. */
  readonly x: number;
  /** Its middle. */
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Between a disc and its name. */
const GAP = 4;
/** The name of a node with at least this radius may cover smaller nodes. */
const IMPORTANT_RADIUS = 9;

/**
 * Places for these names, the first wish served first: on the right of the node, or else on the left, below or
 * above it, within the canvas, where the name covers no other name, nothing that is `taken` and no other of these
 * nodes. Where there is no such place, a big node's name may cover nodes that come later; others are left out,
 * unless they are forced.
 */
export function placeLabels<Wish extends LabelCandidate>(
  wishes: readonly Wish[],
  canvas: Box,
  taken: readonly Box[] = [],
): LabelPlace<Wish>[] {
  const names: Box[] = [...taken];
  const discs = wishes.map(({ x, y, radius }) => boxAround(x, y, radius, radius));
  const places: LabelPlace<Wish>[] = [];
  wishes.forEach((wish, at) => {
    const candidates = candidateBoxes(wish);
    const free = candidates.filter(
      (box) => isWithin(box, canvas) && !names.some((name) => overlap(name, box)),
    );
    const clearOf = (others: readonly Box[]) =>
      free.find((box) => !others.some((disc) => disc !== discs[at] && overlap(disc, box)));
    const chosen =
      clearOf(discs) ??
      (wish.radius >= IMPORTANT_RADIUS || wish.forced ? clearOf(discs.slice(0, at)) : undefined) ??
      (wish.forced ? (free[0] ?? candidates[0]) : undefined);
    if (!chosen) return;
    names.push(chosen);
    places.push({ wish, x: chosen.left, y: (chosen.top + chosen.bottom) / 2 });
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
