import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { graphologyKey } from "../graph/graphology-keys.ts";
import { labelsOf, nameOf } from "../graph/read-attributes.ts";
import { readableDate } from "../output/evidence/event-date.ts";
import { element, nameElement } from "./element.ts";
import { labelSwatch } from "./swatch.ts";

/** The head of a node's page in the panel: name, types and aliases. */
export function nodeHead(graph: MultiDirectedGraph, key: string): HTMLElement {
  const attributes = graph.getNodeAttributes(graphologyKey(key));
  const labels = labelsOf(attributes);
  const aliases: readonly unknown[] = Array.isArray(attributes["aliases"]) ? attributes["aliases"] : [];
  return element(
    "header",
    { class: "panel-head" },
    element("p", { class: "kind" }, labelSwatch(labels), labels.join(" · ") || "Node"),
    element("h2", { attributes: { dir: "auto" } }, nameElement(nameOf(key, attributes))),
    aliases.length > 0 &&
      element(
        "p",
        { class: "aliases" },
        "also ",
        aliases.flatMap((alias, at) => [at > 0 ? ", " : "", nameElement(String(alias))]),
      ),
    facts(attributes),
  );
}

/** Metadata of an article's node, besides its title. */
function facts(attributes: Readonly<Record<string, unknown>>): HTMLElement | undefined {
  const parts: string[] = [];
  const { publisher, authors, published } = attributes;
  if (typeof publisher === "string") parts.push(publisher);
  if (Array.isArray(authors) && authors.length > 0) parts.push(`by ${authors.join(", ")}`);
  if (typeof published === "string") parts.push(readableDate(published));
  return parts.length === 0 ? undefined : element("p", { class: "facts" }, parts.join(" · "));
}
