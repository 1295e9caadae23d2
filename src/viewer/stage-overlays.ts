import type { Stage } from "./camera-frame.ts";
import { byId } from "./element.ts";
import type { Box } from "./place-labels.ts";

/** Margins of the drawing that the legend and the tools cover, with space for names. */
export function covered(): Stage["covered"] {
  const canvas = byId("canvas").getBoundingClientRect();
  const legend = byId("legend").getBoundingClientRect();
  // In a narrow window the legend is a row at the bottom.
  const isColumn = legend.top < canvas.top + canvas.height / 2;
  return {
    left: isColumn ? legend.right - canvas.left + 28 : 28,
    right: 64,
    top: isColumn ? 28 : 56,
    bottom: isColumn ? 56 : canvas.bottom - legend.top + 20,
  };
}

/** Boxes of the legend and the tools on the drawing. */
export function overlays(): Box[] {
  const canvas = byId("canvas").getBoundingClientRect();
  return ["legend", "tools"].map((id) => {
    const { left, right, top, bottom } = byId(id).getBoundingClientRect();
    return {
      left: left - canvas.left,
      right: right - canvas.left,
      top: top - canvas.top,
      bottom: bottom - canvas.top,
    };
  });
}
