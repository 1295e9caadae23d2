import { mostSpecificLabel, typeColor } from "../output/colors.ts";
import { element } from "./element.ts";

/** The dot in a type's colour before a name; theme.css lightens it on a dark background. */
export function swatch(color: string): HTMLElement {
  const dot = element("span", { class: "swatch", attributes: { "aria-hidden": "true" } });
  dot.style.setProperty("--color", color);
  return dot;
}

/** The dot of a node with these labels. */
export function labelSwatch(labels: readonly string[]): HTMLElement {
  return swatch(typeColor(mostSpecificLabel(labels)));
}
