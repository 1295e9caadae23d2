import { counted } from "../output/counted.ts";
import { element } from "./element.ts";
import type { Scene } from "./scene.ts";
import { swatch } from "./swatch.ts";
import type { Store } from "./view-state.ts";

/** Maximum number of types shown at first; the others are behind "more". */
const MOST_TYPES = 14;

/** The legend of colours; a click on a type hides or shows its nodes. */
export function legend(scene: Scene, store: Store): HTMLElement {
  const items = scene.types.map(({ type, color, count }) => {
    const button = element(
      "button",
      {
        class: "legend-type",
        title: `Hide or show: ${type}`,
        attributes: {
          "aria-pressed": String(!store.state.hiddenTypes.has(type)),
          "aria-label": `${type}, ${counted(count, "node")}`,
        },
        onclick: () => toggle(store, type),
      },
      swatch(color),
      element("span", { class: "legend-name" }, type),
      element("span", { class: "legend-count" }, count.toLocaleString("en")),
    );
    store.watch(({ hiddenTypes }) => button.setAttribute("aria-pressed", String(!hiddenTypes.has(type))));
    return element("li", {}, button);
  });
  const hidden = items.length > MOST_TYPES + 2 ? items.slice(MOST_TYPES) : [];
  for (const item of hidden) item.hidden = true;
  return element(
    "div",
    { class: "legend-body", attributes: { role: "group", "aria-label": "Types of nodes" } },
    items.length > 0 && element("ul", { class: "legend-types" }, items),
    hidden.length > 0 && moreButton(hidden),
    scene.bundles.length > 0 && lineKey(scene),
  );
}

function toggle(store: Store, type: string): void {
  const hiddenTypes = new Set(store.state.hiddenTypes);
  if (!hiddenTypes.delete(type)) hiddenTypes.add(type);
  store.update({ hiddenTypes });
}

function moreButton(hidden: readonly HTMLElement[]): HTMLElement {
  const button: HTMLElement = element(
    "button",
    {
      class: "legend-more",
      onclick: () => {
        for (const item of hidden) item.hidden = false;
        button.remove();
      },
    },
    `${hidden.length} more types`,
  );
  return button;
}

function lineKey(scene: Scene): HTMLElement {
  const contested = scene.bundles.filter((bundle) => bundle.contested).length;
  return element(
    "dl",
    { class: "line-key" },
    element("dt", { class: "line-sample line-width", attributes: { "aria-hidden": "true" } }),
    element("dd", {}, "width: number of claims"),
    contested > 0 && [
      element("dt", { class: "line-sample line-contested", attributes: { "aria-hidden": "true" } }),
      element("dd", {}, `contested (${contested.toLocaleString("en")})`),
    ],
  );
}
