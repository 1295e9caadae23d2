import type { ClaimReader } from "../claims/claim-reader.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { labelsOf, nameOf } from "../graph/read-attributes.ts";
import { counted } from "../output/counted.ts";
import type { PassageTexts } from "../output/passage-text.ts";
import type { Scene } from "../output/scene.ts";
import { type Navigate, nameButton } from "./claim-card.ts";
import { claimGroups } from "./claim-groups.ts";
import { type Content, element, nameElement } from "./element.ts";
import { nodeHead } from "./node-head.ts";
import { overview } from "./overview.ts";
import type { Highlight, RowHighlight, Target, ViewState } from "./view-state.ts";

/** What the panel does when the reader chooses something in it. */
export interface PanelEvents {
  select(target: Target | undefined): void;
  /** Shows the whole answer again, after a row of it. */
  showAnswer(): void;
  clear(): void;
}

/** The side panel for one graph: the claims behind whatever is selected, highlighted or, else, notable. */
export interface ClaimsPanel {
  /** The panel's content for this state. */
  content(state: ViewState): HTMLElement;
  /** Names of the claimants, the one with most claims first. */
  readonly speakers: readonly string[];
}

/** What the panel tells of. */
export interface ClaimsSource {
  readonly graph: MultiDirectedGraph;
  readonly scene: Scene;
  readonly reader: ClaimReader;
  /** The words behind claims, where the texts were at hand when the page was made. */
  readonly passages?: PassageTexts | undefined;
}

export function claimsPanel(
  { graph, scene, reader, passages }: ClaimsSource,
  events: PanelEvents,
): ClaimsPanel {
  const speakers = speakersOf(graph);
  const navigate: Navigate = (key) => events.select({ kind: "node", key });
  const groups = (claims: readonly string[], result?: ReadonlySet<string>) =>
    claims.length === 0
      ? element("p", { class: "hint" }, "No claims.")
      : claimGroups(reader.groups(claims), navigate, { result });

  function content(state: ViewState): HTMLElement {
    const { selected, highlight, row } = state;
    if (selected) {
      const label = row ? "Back to the row" : highlight ? "Back to the answer" : "Close";
      const back = closeButton(label, () => events.select(undefined));
      return selected.kind === "node"
        ? nodePage(selected.key, state, back)
        : bundlePage(selected.key, state, back);
    }
    if (row) return rowPage(row);
    if (highlight) return answerPage(highlight);
    return overviewPage();
  }

  /** The claims behind one row, with what speaks against them, whether the row rests on that or not. */
  function rowPage({ row, claims, nodes }: RowHighlight): HTMLElement {
    const found = reader.groups(claims);
    const against = new Set(found.flatMap((group) => group.against.map(({ key }) => key))).size;
    const head = element(
      "header",
      { class: "panel-head" },
      element("p", { class: "kind" }, `Row ${row + 1} rests on`),
      element("h2", {}, restsOnText(claims, nodes)),
      against > 0 &&
        element("p", { class: "facts" }, `${counted(against, "claim")} beside it ${speaks(against)} against`),
    );
    return page(
      closeButton("Back to the answer", events.showAnswer),
      head,
      claims.size > 0
        ? claimGroups(found, navigate, { beside: true, passages })
        : element(
            "ul",
            { class: "row-nodes" },
            [...nodes].map((key) => element("li", {}, nodeLink(key))),
          ),
    );
  }

  const nodeLink = (key: string) => nameButton(reader.node(key), navigate);

  function nodePage(key: string, { highlight, row }: ViewState, back: HTMLElement): HTMLElement {
    if (!graph.hasNode(key)) return overviewPage();
    const attributes = graph.getNodeAttributes(key);
    // What the node does stands before what is done to it; a loop is both.
    const about = [...new Set([...graph.outEdges(key), ...graph.inEdges(key)])];
    const parts: [title: string, claims: readonly string[]][] = labelsOf(attributes).includes("Article")
      ? [
          ["In this article", reader.claimsOfArticle(key)],
          ["About it", about],
        ]
      : [
          ["About", about],
          ["Says", reader.claimsOfClaimant(nameOf(key, attributes))],
        ];
    const filled = parts.filter(([, claims], at) => at === 0 || claims.length > 0);
    return page(
      back,
      nodeHead(graph, key),
      tabs(filled, (claims) => groups(claims, (row ?? highlight)?.claims)),
    );
  }

  function bundlePage(key: string, { highlight, row }: ViewState, back: HTMLElement): HTMLElement {
    const bundle = scene.bundles.find((candidate) => candidate.key === key);
    if (!bundle) return overviewPage();
    const [source, target] = [reader.node(bundle.source), reader.node(bundle.target)];
    const head = element(
      "header",
      { class: "panel-head" },
      element("p", { class: "kind" }, "Between"),
      element(
        "h2",
        { attributes: { dir: "auto" } },
        nameElement(source.name),
        element("span", { class: "arrow" }, bundle.bothWays ? " ↔ " : " → "),
        nameElement(target.name),
      ),
      element(
        "p",
        { class: "facts" },
        `${counted(bundle.claims.length, "claim")}, ${counted(bundle.types.length, "type")} of relationship`,
      ),
    );
    return page(back, head, groups(bundle.claims, (row ?? highlight)?.claims));
  }

  function answerPage({ claims, nodes }: Highlight): HTMLElement {
    const head = element(
      "header",
      { class: "panel-head" },
      element("p", { class: "kind" }, "The answer rests on"),
      element("h2", {}, restsOnText(claims, nodes)),
    );
    const body =
      claims.size > 0
        ? groups([...claims])
        : element("p", { class: "hint" }, "Return the relationships too, to read here who says so.");
    return page(closeButton("Clear the answer", events.clear), head, body);
  }

  function overviewPage(): HTMLElement {
    const articles = new Set(graph.mapEdges((_, { article }) => article).filter((id) => id !== undefined));
    const head = element(
      "header",
      { class: "panel-head" },
      element("p", { class: "kind" }, "Overview"),
      element("h2", {}, counted(graph.size, "claim")),
      articles.size > 0 && element("p", { class: "facts" }, `in ${counted(articles.size, "article")}`),
    );
    return page(
      undefined,
      head,
      overview(scene, reader, speakers, {
        bundle: (key) => events.select({ kind: "bundle", key }),
        name: (name) => {
          const key = reader.keyOf(name);
          if (key !== undefined) navigate(key);
        },
      }),
    );
  }

  return { content, speakers: speakers.map(([name]) => name) };
}

function restsOnText(claims: ReadonlySet<string>, nodes: ReadonlySet<string>): string {
  if (claims.size > 0) return counted(claims.size, "claim");
  return nodes.size > 0 ? counted(nodes.size, "node") : "nothing in the graph";
}

function speaks(claims: number): string {
  return claims === 1 ? "speaks" : "speak";
}

function page(back: HTMLElement | undefined, ...content: readonly Content[]): HTMLElement {
  return element("div", { class: "page" }, back, content);
}

function closeButton(label: string, onclick: () => void): HTMLElement {
  return element(
    "button",
    { class: "close", title: label, onclick, attributes: { "aria-label": label } },
    "×",
  );
}

/** One part is shown as it is; of several one at a time, with a tab each. */
function tabs(
  parts: readonly (readonly [title: string, claims: readonly string[]])[],
  show: (claims: readonly string[]) => HTMLElement,
): Content {
  const body = element("div", { attributes: { role: "tabpanel" } });
  const buttons = parts.map(([title, claims], at) =>
    element(
      "button",
      { class: "tab", attributes: { role: "tab" }, onclick: () => choose(at) },
      title,
      element("span", { class: "tab-count" }, claims.length),
    ),
  );
  function choose(chosen: number): void {
    buttons.forEach((button, at) => {
      button.setAttribute("aria-selected", String(at === chosen));
      button.tabIndex = at === chosen ? 0 : -1;
    });
    body.replaceChildren(show(parts[chosen]?.[1] ?? []));
  }
  const fullest = parts.findIndex(([, claims]) => claims.length > 0);
  choose(Math.max(0, fullest));
  const list = element("div", { class: "tabs", attributes: { role: "tablist" } }, buttons);
  list.addEventListener("keydown", ({ key }) => {
    const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const next = (buttons.findIndex((button) => button.tabIndex === 0) + step + parts.length) % parts.length;
    if (step === 0) return;
    choose(next);
    buttons[next]?.focus();
  });
  return [list, body];
}

/** Claimants with the number of their claims, the one with most first. */
function speakersOf(graph: MultiDirectedGraph): [name: string, claims: number][] {
  const counts = new Map<string, number>();
  graph.forEachEdge((_, { claimant }) => {
    if (typeof claimant === "string") counts.set(claimant, (counts.get(claimant) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1]);
}
