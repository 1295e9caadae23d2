import { counted } from "../output/counted.ts";
import type { ClaimsSource } from "./claims-source.ts";
import { type Content, element, nameElement } from "./element.ts";
import { panelHead } from "./panel-head.ts";

/** All claims between two nodes; `undefined` if the bundle no longer exists. */
export function bundlePage(
  key: string,
  { scene, reader }: ClaimsSource,
  list: (claims: readonly string[]) => HTMLElement,
): Content {
  const bundle = scene.bundles.find((candidate) => candidate.key === key);
  if (!bundle) return undefined;
  const title = [
    nameElement(reader.node(bundle.source).name),
    element("span", { class: "arrow" }, bundle.bothWays ? " ↔ " : " → "),
    nameElement(reader.node(bundle.target).name),
  ];
  const facts = `${counted(bundle.claims.length, "claim")}, ${counted(bundle.types.length, "relationship type")}`;
  return [panelHead("Between", title, facts), list(bundle.claims)];
}
