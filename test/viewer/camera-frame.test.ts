import { describe, expect, it } from "vitest";
import { cameraFrame, extentOf } from "../../src/viewer/camera-frame.ts";

const NOTHING = { left: 0, right: 0, top: 0, bottom: 0 };
const stage = (covered = NOTHING) => ({ width: 1000, height: 500, covered });

describe("cameraFrame", () => {
  it("fits an extent into the stage", () => {
    const extent = { left: 0, right: 1, low: 0, high: 1 };
    expect(cameraFrame(extent, stage(), 500, 0.1)).toEqual({ x: 0.5, y: 0.5, ratio: 1 });
    expect(cameraFrame({ ...extent, right: 2 }, stage(), 500, 0.1)).toEqual({ x: 1, y: 0.5, ratio: 1 });
    expect(cameraFrame({ ...extent, right: 4 }, stage(), 500, 0.1).ratio).toBe(2);
  });

  it("centres the extent in the uncovered part of the stage", () => {
    const covered = { left: 200, right: 0, top: 0, bottom: 100 };
    const { x, y, ratio } = cameraFrame({ left: 0, right: 1, low: 0, high: 1 }, stage(covered), 500, 0.1);
    expect(ratio).toBe(1.25);
    // The middle of the free part is 100 px right of the stage's and 50 px above it; a unit is 500 / 1.25 = 400 px.
    expect([x, y]).toEqual([0.5 - 100 / 400, 0.5 - 50 / 400]);
  });

  it("does not go nearer than the given ratio", () => {
    const dot = { left: 0.3, right: 0.3, low: 0.7, high: 0.7 };
    expect(cameraFrame(dot, stage(), 500, 0.4)).toEqual({ x: 0.3, y: 0.7, ratio: 0.4 });
  });
});

it("finds the extent of points", () => {
  const points = [
    { x: 1, y: 5 },
    { x: -2, y: 7 },
  ];
  expect(extentOf(points)).toEqual({ left: -2, right: 1, low: 5, high: 7 });
  expect(extentOf([])).toBeUndefined();
});
