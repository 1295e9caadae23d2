import { counted } from "../output/counted.ts";
import type { ClaimsSource } from "./claims-source.ts";
import { type Content, element, nameElement } from "./element.ts";
import { panelHead } from "./panel-head.ts";
import type { SceneBundle } from "./scene.ts";
import { typePhrase } from "./type-phrase.ts";
import type { Target } from "./view-state.ts";

const MOST = 8;

const HINT = "Choose a node or a line to read its claims, and who makes them. Or ask a question below.";

/** What the panel shows before anything is chosen: where the voices disagree, what is said most, who speaks. */
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
    // An imported graph may name claimants that are no nodes: such a one has no page to lead to.
    const lead = key === undefined ? undefined : () => select({ kind: "node", key });
    return item([element("strong", {}, nameElement(name))], claims, lead);
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

/** @param lead where a click leads; a button only where there is such */
function item(
  content: readonly (Element | string)[],
  count: number,
  lead: (() => void) | undefined,
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
    lead
      ? element("button", { class: className, onclick: lead }, parts)
      : element("div", { class: className }, parts),
  );
}
