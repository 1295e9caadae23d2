import { type DrawingTheme, mix } from "./drawing-theme.ts";
import type { SceneBundle, SceneNode } from "./scene.ts";
import type { Emphasis } from "./view-state.ts";

/** Drawing order: higher numbers are drawn on top. */
const HEIGHT: Readonly<Record<Emphasis, number>> = { hidden: 0, faded: 0, plain: 1, near: 2, strong: 3 };

/** The style of a node with this emphasis. */
export function nodeStyle(node: SceneNode, emphasis: Emphasis, theme: DrawingTheme) {
  const color = mix(node.color, "#ffffff", theme.lift);
  return {
    label: emphasis === "faded" ? null : node.label,
    color: emphasis === "faded" ? mix(color, theme.paper, 0.85) : color,
    size: node.size,
    zIndex: HEIGHT[emphasis],
    hidden: emphasis === "hidden",
  };
}

/** The style of a bundle with this emphasis; lines without emphasis fade by `crowding` (0 to 1). */
export function bundleStyle(bundle: SceneBundle, emphasis: Emphasis, theme: DrawingTheme, crowding: number) {
  return {
    type: bundle.bothWays ? "bothWays" : "oneWay",
    color: lineColor(bundle, emphasis, theme, crowding),
    size: emphasis === "strong" ? bundle.width + 1.5 : bundle.width,
    zIndex: HEIGHT[emphasis],
    hidden: emphasis === "hidden",
  };
}

function lineColor(
  { contested }: SceneBundle,
  emphasis: Emphasis,
  theme: DrawingTheme,
  crowding: number,
): string {
  switch (emphasis) {
    case "strong":
      return contested ? theme.contested : theme.accent;
    case "near":
      return contested ? theme.contested : theme.lineNear;
    case "plain":
    case "hidden":
      return contested ? mix(theme.contested, theme.paper, 0.15) : mix(theme.line, theme.paper, crowding);
    case "faded":
      return mix(contested ? theme.contested : theme.line, theme.paper, 0.78 + crowding / 5);
  }
}
