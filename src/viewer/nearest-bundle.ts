export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A bundle on the screen: a straight line. */
export interface Segment {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  /** Half its width: distances count from the edge of a thick line. */
  readonly halfWidth: number;
}

/**
 * The segment nearest to `point`, if its edge is within `reach`; all lengths are in the same unit. The tolerance is
 * needed because lines are thin, and a pointer rarely hits them exactly.
 */
export function nearestBundle(segments: Iterable<Segment>, point: Point, reach: number): string | undefined {
  let nearest: string | undefined;
  let nearestDistance = reach;
  for (const { key, from, to, halfWidth } of segments) {
    const distance = distanceToSegment(point, from, to) - halfWidth;
    if (distance < nearestDistance) {
      nearest = key;
      nearestDistance = distance;
    }
  }
  return nearest;
}

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squaredLength = dx * dx + dy * dy;
  const along = squaredLength === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / squaredLength;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - at * dx, point.y - from.y - at * dy);
}
