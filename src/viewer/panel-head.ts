import { type Content, element } from "./element.ts";

/** The head of a page in the panel: the kind of page, its title, and an optional line of facts. */
export function panelHead(kind: string, title: Content, facts: string | false = false): HTMLElement {
  return element(
    "header",
    { class: "panel-head" },
    element("p", { class: "kind" }, kind),
    element("h2", { attributes: { dir: "auto" } }, title),
    facts !== false && element("p", { class: "facts" }, facts),
  );
}
