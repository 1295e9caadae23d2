import { element } from "./element.ts";

/** Handlers for the buttons on the drawing. */
export interface StageToolEvents {
  zoom(factor: number): void;
  fit(): void;
  /** Starts the layout, or stops it if it is running. */
  toggleLayout(): void;
}

export interface StageTools {
  readonly buttons: readonly HTMLElement[];
  /** Shows whether the layout is running. */
  showLayout(running: boolean): void;
}

export function stageTools(events: StageToolEvents): StageTools {
  const tool = (sign: string, label: string, onclick: () => void) =>
    element("button", { class: "tool", title: label, onclick, attributes: { "aria-label": label } }, sign);
  const layout = tool("", "", events.toggleLayout);
  layout.classList.add("tool-layout");
  return {
    buttons: [
      layout,
      tool("+", "Zoom in", () => events.zoom(1.5)),
      tool("−", "Zoom out", () => events.zoom(1 / 1.5)),
      tool("⤢", "Show the whole graph", events.fit),
    ],
    showLayout(running) {
      const label = running ? "Pause the layout" : "Resume the layout";
      layout.textContent = running ? "Pause layout" : "Resume layout";
      layout.title = label;
      layout.setAttribute("aria-label", label);
      layout.classList.toggle("tool-running", running);
    },
  };
}
