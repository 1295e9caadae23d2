import { counted } from "../output/counted.ts";
import type { ClaimsSource } from "./claims-source.ts";
import { type Content, element, nameElement } from "./element.ts";
import { panelHead } from "./panel-head.ts";
import type { SceneBundle } from "./scene.ts";
import { typePhrase } from "./type-phrase.ts";
import type { Target } from "./view-state.ts";

const MOST = 8;

const HINT = "Choose a node or a line to read its claims, and who makes them. Or ask a question below.";

/** The panel's content before anything is selected: contested claims, most claimed pairs, claimants. */
export function overviewPage(
  { graph, scene, reader }: ClaimsSource,
  speakers: readonly (readonly [name: string, claims: number])[],
  select: (target: Target) => void,
): Content {
  const byClaims = [...scene.bundles].sort((a, b) => b.claims.length - a.claims.length);
  const contested = byClaims.filter((bundle) => bundle.contested);
  const section = (title: string, items: readonly HTMLElement[]) =>
    items.length > 0 &&
    element("section", { class: "overview-part" }, element("h3", {}, title), element("ul", {}, items));
  const bundleItem = (bundle: SceneBundle) =>
    item(
      [
        element("strong", {}, nameElement(reader.node(bundle.source).name)),
        ` ${bundle.bothWays ? "↔" : "→"} `,
        element("strong", {}, nameElement(reader.node(bundle.target).name)),
        element("span", { class: "types" }, bundle.types.slice(0, 3).map(typePhrase).join(", ")),
      ],
      bundle.claims.length,
      () => select({ kind: "bundle", key: bundle.key }),
      bundle.contested,
    );
  const speakerItem = ([name, claims]: readonly [name: string, claims: number]) => {
    const key = reader.keyOf(name);
    // An imported graph may name claimants that are not nodes: they have no page to link to.
    const onclick = key === undefined ? undefined : () => select({ kind: "node", key });
    return item([element("strong", {}, nameElement(name))], claims, onclick);
  };
  const articles = new Set(graph.mapEdges((_, { article }) => article).filter((id) => id !== undefined)).size;
  return [
    panelHead("Overview", counted(graph.size, "claim"), articles > 0 && `in ${counted(articles, "article")}`),
    element(
      "div",
      { class: "overview" },
      scene.nodes.length > 0 && element("p", { class: "hint" }, HINT),
      section("Contested", contested.slice(0, MOST).map(bundleItem)),
      section("Most claimed", byClaims.slice(0, MOST).map(bundleItem)),
      section("Who speaks", speakers.slice(0, MOST).map(speakerItem)),
    ),
  ];
}

/** @param onclick click handler; if it is undefined, the item is not a button */
function item(
  content: readonly (Element | string)[],
  count: number,
  onclick: (() => void) | undefined,
  contested = false,
): HTMLElement {
  const parts = [
    element("span", { class: "overview-text" }, content),
    element("span", { class: "overview-count", title: counted(count, "claim") }, count.toLocaleString("en")),
  ];
  const className = `overview-item${contested ? " overview-contested" : ""}`;
  return element(
    "li",
    {},
    onclick
      ? element("button", { class: className, onclick }, parts)
      : element("div", { class: className }, parts),
  );
}
