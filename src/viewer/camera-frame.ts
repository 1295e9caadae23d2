/** A rectangle in sigma's framed graph: the whole graph fits in a square of side 1, y points up. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** Size of the drawing's canvas, and the margins that other elements cover; in pixels. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly covered: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** A state of sigma's camera: the point in the middle of the canvas, and the zoom (smaller is nearer). */
export interface CameraFrame {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** The bounding box of these points; `undefined` if there are none. */
export function extentOf(points: readonly { readonly x: number; readonly y: number }[]): Extent | undefined {
  const [first] = points;
  if (!first) return undefined;
  let { x: left, x: right, y: low, y: high } = first;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return { left, right, low, high };
}

/**
 * The camera that fits `extent` into the part of the stage that is not covered, but not nearer than the ratio
 * `nearest`. `unit` is the number of pixels per unit of the framed graph at ratio 1.
 */
export function cameraFrame(extent: Extent, stage: Stage, unit: number, nearest: number): CameraFrame {
  const { left, right, top, bottom } = stage.covered;
  const freeWidth = Math.max(1, stage.width - left - right);
  const freeHeight = Math.max(1, stage.height - top - bottom);
  const ratio = Math.max(
    nearest,
    ((extent.right - extent.left) * unit) / freeWidth,
    ((extent.high - extent.low) * unit) / freeHeight,
  );
  const pixel = ratio / unit;
  return {
    x: (extent.left + extent.right) / 2 - ((left - right) / 2) * pixel,
    y: (extent.low + extent.high) / 2 + ((top - bottom) / 2) * pixel,
    ratio,
  };
}
