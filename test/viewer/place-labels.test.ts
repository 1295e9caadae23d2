import { expect, it } from "vitest";
import { placeLabels } from "../../src/viewer/place-labels.ts";

const CANVAS = { left: 0, right: 200, top: 0, bottom: 200 };
const candidate = (x: number, y: number, more: object = {}) => ({
  x,
  y,
  radius: 5,
  width: 40,
  height: 12,
  forced: false,
  ...more,
});

it("puts a name on the right of its node", () => {
  expect(placeLabels([candidate(50, 50)], CANVAS)).toMatchObject([{ x: 59, y: 50 }]);
});

it("puts it on the left, below or above if the right is taken or outside the canvas", () => {
  expect(placeLabels([candidate(180, 50)], CANVAS)).toMatchObject([{ x: 131, y: 50 }]);
  const right = { left: 55, right: 100, top: 45, bottom: 55 };
  const left = { left: 0, right: 45, top: 45, bottom: 55 };
  expect(placeLabels([candidate(50, 50)], CANVAS, [right, left])).toMatchObject([{ x: 30, y: 62 }]);
});

it("prevents names from covering other names or nodes", () => {
  const places = placeLabels([candidate(50, 50), candidate(80, 50), candidate(62, 52)], CANVAS);
  expect(places.map(({ candidate: { x } }) => x)).toEqual([50, 80, 62]);
  const boxes = places.map(({ x, y }) => ({ left: x, right: x + 40, top: y - 6, bottom: y + 6 }));
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }
  }
});

it("leaves out a name without a place, unless it is forced", () => {
  const all = [{ left: 0, right: 200, top: 0, bottom: 200 }];
  expect(placeLabels([candidate(50, 50)], CANVAS, all)).toEqual([]);
  expect(placeLabels([candidate(50, 50, { forced: true })], CANVAS, all)).toMatchObject([{ x: 59, y: 50 }]);
});

it("lets the name of a big node cover small nodes", () => {
  const crowd = [candidate(75, 50), candidate(25, 50), candidate(50, 66), candidate(50, 34)];
  expect(placeLabels([candidate(50, 50, { radius: 5 }), ...crowd], CANVAS)[0]?.candidate.x).not.toBe(50);
  expect(placeLabels([candidate(50, 50, { radius: 9 }), ...crowd], CANVAS)[0]?.candidate.x).toBe(50);
});
