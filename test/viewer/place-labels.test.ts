import { expect, it } from "vitest";
import { placeLabels } from "../../src/viewer/place-labels.ts";

const CANVAS = { left: 0, right: 200, top: 0, bottom: 200 };
const wish = (x: number, y: number, more: object = {}) => ({
  x,
  y,
  radius: 5,
  width: 40,
  height: 12,
  forced: false,
  ...more,
});

it("puts a name on the right of its node", () => {
  expect(placeLabels([wish(50, 50)], CANVAS)).toMatchObject([{ x: 59, y: 50 }]);
});

it("puts it on the left, below or above where the right is taken or off the canvas", () => {
  expect(placeLabels([wish(180, 50)], CANVAS)).toMatchObject([{ x: 131, y: 50 }]);
  const right = { left: 55, right: 100, top: 45, bottom: 55 };
  const left = { left: 0, right: 45, top: 45, bottom: 55 };
  expect(placeLabels([wish(50, 50)], CANVAS, [right, left])).toMatchObject([{ x: 30, y: 62 }]);
});

it("lets no name cover another, or another node", () => {
  const places = placeLabels([wish(50, 50), wish(80, 50), wish(62, 52)], CANVAS);
  expect(places.map(({ wish: { x } }) => x)).toEqual([50, 80, 62]);
  const boxes = places.map(({ x, y }) => ({ left: x, right: x + 40, top: y - 6, bottom: y + 6 }));
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }
  }
});

it("leaves out a name without a place, but a forced one never", () => {
  const all = [{ left: 0, right: 200, top: 0, bottom: 200 }];
  expect(placeLabels([wish(50, 50)], CANVAS, all)).toEqual([]);
  expect(placeLabels([wish(50, 50, { forced: true })], CANVAS, all)).toMatchObject([{ x: 59, y: 50 }]);
});

it("lets the name of a big node cover small nodes", () => {
  const crowd = [wish(75, 50), wish(25, 50), wish(50, 66), wish(50, 34)];
  expect(placeLabels([wish(50, 50, { radius: 5 }), ...crowd], CANVAS)[0]?.wish.x).not.toBe(50);
  expect(placeLabels([wish(50, 50, { radius: 9 }), ...crowd], CANVAS)[0]?.wish.x).toBe(50);
});
