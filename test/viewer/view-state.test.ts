import { describe, expect, it } from "vitest";
import { sceneOf } from "../../src/viewer/scene.ts";
import {
  appearanceOf,
  createStore,
  INITIAL_STATE,
  indexScene,
  type ViewState,
} from "../../src/viewer/view-state.ts";
import { inventedGraph } from "./invented-graph.ts";

const index = indexScene(sceneOf(inventedGraph(), new Set()));
const bundleOf = (claim: string) => index.scene.bundleOfClaim.get(claim) as string;

function emphases(state: Partial<ViewState>, keys: readonly string[]): string[] {
  const appearance = appearanceOf(index, { ...INITIAL_STATE, ...state });
  return keys.map((key) => (key.includes("#") ? appearance.bundle(bundleOf(key)) : appearance.node(key)));
}

describe("appearanceOf", () => {
  it("shows all elements alike if nothing is chosen", () => {
    expect(emphases({}, ["norland", "ada-strom", "a1#0"])).toEqual(["plain", "plain", "plain"]);
  });

  it("focuses on a node with its neighbours", () => {
    const hovered = { kind: "node", key: "sudavia" } as const;
    expect(emphases({ hovered }, ["sudavia", "norland", "ada-strom", "a1#0", "a1#3"])).toEqual([
      "strong",
      "near",
      "faded",
      "near",
      "faded",
    ]);
  });

  it("focuses on a bundle with its two ends", () => {
    const selected = { kind: "bundle", key: bundleOf("a1#0") } as const;
    expect(emphases({ selected }, ["norland", "sudavia", "dmitri-orlov", "a1#0", "a1#3"])).toEqual([
      "near",
      "near",
      "faded",
      "strong",
      "faded",
    ]);
  });

  it("keeps the answer of a query highlighted when something is selected, and fades it while something is hovered", () => {
    const highlight = {
      nodes: new Set(["ada-strom", "bruno-vale"]),
      claims: new Set(["a1#3"]),
      bundles: new Set([bundleOf("a1#3")]),
    };
    const selected = { kind: "node", key: "norland" } as const;
    const keys = ["ada-strom", "norland", "sudavia", "a1#3", "a1#0"];
    expect(emphases({ highlight, selected }, keys)).toEqual(["near", "strong", "faded", "near", "faded"]);
    expect(emphases({ highlight, hovered: selected }, keys)).toEqual([
      "faded",
      "strong",
      "near",
      "faded",
      "near",
    ]);
  });

  it("hides nodes of a hidden type, and the bundles that end there", () => {
    const hiddenTypes = new Set(["Person"]);
    expect(emphases({ hiddenTypes }, ["ada-strom", "norland", "a2#7", "a1#0"])).toEqual([
      "hidden",
      "plain",
      "hidden",
      "plain",
    ]);
  });

  it("fades nothing for an article, which is not drawn", () => {
    expect(emphases({ selected: { kind: "node", key: "a1" } }, ["norland", "a1#0"])).toEqual([
      "plain",
      "plain",
    ]);
  });
});

describe("createStore", () => {
  it("calls watchers with the state before and after", () => {
    const store = createStore();
    const seen: (string | undefined)[] = [];
    store.watch((state, before) => seen.push(before.selected?.key, state.selected?.key));
    store.update({ selected: { kind: "node", key: "a" } });
    store.update({ hovered: { kind: "node", key: "b" } });
    expect(seen).toEqual([undefined, "a", "a", "a"]);
  });
});
