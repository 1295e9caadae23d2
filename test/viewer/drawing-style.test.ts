import { expect, it } from "vitest";
import { bundleStyle, nodeStyle } from "../../src/viewer/drawing-style.ts";
import { type DrawingTheme, mix } from "../../src/viewer/drawing-theme.ts";

const THEME = {
  paper: "#ffffff",
  line: "#808080",
  lineNear: "#404040",
  contested: "#ff0000",
  accent: "#000000",
  lift: 0,
};
const theme = THEME as DrawingTheme;
const node = { label: "Ada", color: "#0072b2", size: 8 } as Parameters<typeof nodeStyle>[0];
const bundle = { bothWays: false, contested: false, width: 3 } as Parameters<typeof bundleStyle>[0];

it("mixes colours", () => {
  expect(mix("#000000", "#ffffff", 0)).toBe("#000000");
  expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
  expect(mix("#0a0000", "#0a00ff", 1)).toBe("#0a00ff");
});

it("removes the name and colour of a faded node, and hides a hidden one", () => {
  expect(nodeStyle(node, "plain", theme)).toMatchObject({ label: "Ada", color: "#0072b2", hidden: false });
  expect(nodeStyle(node, "faded", theme)).toMatchObject({
    label: null,
    color: mix("#0072b2", "#ffffff", 0.85),
  });
  expect(nodeStyle(node, "hidden", theme).hidden).toBe(true);
});

it("draws contested bundles in a separate colour, strong ones wider, and crowded lines paler", () => {
  expect(bundleStyle({ ...bundle, contested: true }, "near", theme, 0).color).toBe("#ff0000");
  expect(bundleStyle(bundle, "strong", theme, 0).size).toBeGreaterThan(3);
  expect(bundleStyle(bundle, "plain", theme, 0).color).toBe("#808080");
  expect(bundleStyle(bundle, "plain", theme, 0.5).color).toBe("#c0c0c0");
  expect(bundleStyle({ ...bundle, bothWays: true }, "plain", theme, 0).type).toBe("bothWays");
});
