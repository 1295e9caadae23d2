import { expect, it } from "vitest";
import { nearestBundle } from "../../src/viewer/nearest-bundle.ts";

const segments = [
  { key: "level", from: { x: 0, y: 0 }, to: { x: 10, y: 0 }, halfWidth: 0.5 },
  { key: "upright", from: { x: 0, y: 0 }, to: { x: 0, y: 10 }, halfWidth: 0.5 },
];

it.each([
  [{ x: 5, y: 1 }, "level"],
  [{ x: 1, y: 5 }, "upright"],
  [{ x: 11, y: 0 }, "level"],
  [{ x: 5, y: 2.4 }, "level"],
  [{ x: 5, y: 2.6 }, undefined],
  [{ x: 14, y: 0 }, undefined],
])("at %o finds %s", (point, key) => {
  expect(nearestBundle(segments, point, 2)).toBe(key);
});

it("accepts a segment without length", () => {
  const point = { x: 1, y: 1 };
  expect(nearestBundle([{ key: "dot", from: point, to: point, halfWidth: 1 }], { x: 1, y: 2.5 }, 1)).toBe(
    "dot",
  );
});
