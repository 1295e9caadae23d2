import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { answerPage } from "./answer-page.ts";
import { bundlePage } from "./bundle-page.ts";
import type { Navigate } from "./claim-card.ts";
import { claimGroups } from "./claim-groups.ts";
import type { ClaimsSource } from "./claims-source.ts";
import { type Content, element } from "./element.ts";
import { nodePage } from "./node-page.ts";
import { overviewPage } from "./overview-page.ts";
import { rowPage } from "./row-page.ts";
import type { Target, ViewState } from "./view-state.ts";

/** Handlers for the reader's choices in the panel. */
export interface PanelEvents {
  select(target: Target | undefined): void;
  /** Returns from a row to the whole answer. */
  showAnswer(): void;
  clear(): void;
}

/** The side panel for one graph: the claims of the selection, or of the answer, or an overview. */
export interface ClaimsPanel {
  /** The panel's content for this state. */
  content(state: ViewState): HTMLElement;
  /** Names of the claimants, sorted by the number of their claims, most first. */
  readonly speakers: readonly string[];
}

export function claimsPanel(source: ClaimsSource, events: PanelEvents): ClaimsPanel {
  const { reader } = source;
  const speakers = speakersOf(source.graph);
  const navigate: Navigate = (key) => events.select({ kind: "node", key });

  function targetPage({ kind, key }: Target, { row, highlight }: ViewState): Content {
    const result = (row ?? highlight)?.claims;
    const list = (claims: readonly string[]) => claimGroups(reader.groups(claims), navigate, { result });
    return kind === "node" ? nodePage(key, source, list) : bundlePage(key, source, list);
  }

  function content(state: ViewState): HTMLElement {
    const { selected, highlight, row } = state;
    const chosen = selected && targetPage(selected, state);
    if (chosen) {
      const label = row ? "Back to the row" : highlight ? "Back to the answer" : "Close";
      return page(
        closeButton(label, () => events.select(undefined)),
        chosen,
      );
    }
    if (row)
      return page(closeButton("Back to the answer", events.showAnswer), rowPage(row, source, navigate));
    if (highlight) {
      return page(closeButton("Clear the answer", events.clear), answerPage(highlight, source, navigate));
    }
    return page(overviewPage(source, speakers, events.select));
  }

  return { content, speakers: speakers.map(([name]) => name) };
}

function page(...content: readonly Content[]): HTMLElement {
  return element("div", { class: "page" }, content);
}

function closeButton(label: string, onclick: () => void): HTMLElement {
  return element(
    "button",
    { class: "close", title: label, onclick, attributes: { "aria-label": label } },
    "×",
  );
}

/** Claimants with the number of their claims, most first. */
function speakersOf(graph: MultiDirectedGraph): [name: string, claims: number][] {
  const counts = new Map<string, number>();
  graph.forEachEdge((_, { claimant }) => {
    if (typeof claimant === "string") counts.set(claimant, (counts.get(claimant) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1]);
}
