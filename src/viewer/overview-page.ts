import { counted } from "../output/counted.ts";
import type { SceneBundle } from "../output/scene.ts";
import type { ClaimsSource } from "./claims-source.ts";
import { type Content, element, nameElement } from "./element.ts";
import { panelHead } from "./panel-head.ts";
import { typePhrase } from "./type-phrase.ts";
import type { Target } from "./view-state.ts";

const MOST = 8;

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
  const speakerItem = ([name, claims]: readonly [name: string, claims: number]) =>
    item([element("strong", {}, nameElement(name))], claims, () => {
      const key = reader.keyOf(name);
      if (key !== undefined) select({ kind: "node", key });
    });
  const articles = new Set(graph.mapEdges((_, { article }) => article).filter((id) => id !== undefined)).size;
  return [
    panelHead("Overview", counted(graph.size, "claim"), articles > 0 && `in ${counted(articles, "article")}`),
    element(
      "div",
      { class: "overview" },
      element(
        "p",
        { class: "hint" },
        "Choose a node or a line to read its claims, and who makes them. Or ask a question below.",
      ),
      section("Contested", contested.slice(0, MOST).map(bundleItem)),
      section("Most claimed", byClaims.slice(0, MOST).map(bundleItem)),
      section("Who speaks", speakers.slice(0, MOST).map(speakerItem)),
    ),
  ];
}

function item(
  content: readonly (Element | string)[],
  count: number,
  onclick: () => void,
  contested = false,
): HTMLElement {
  return element(
    "li",
    {},
    element(
      "button",
      { class: `overview-item${contested ? " overview-contested" : ""}`, onclick },
      element("span", { class: "overview-text" }, content),
      element("span", { class: "overview-count", title: counted(count, "claim") }, count),
    ),
  );
}
