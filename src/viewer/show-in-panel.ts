import { byId } from "./element.ts";

/** Height (CSS pixels) of the panel's head; if less is visible, the reader cannot see what the panel is about. */
const PANEL_HEAD = 90;

/** Replaces the content of the side panel, and announces its title to screen readers. */
export function showInPanel(content: HTMLElement): void {
  const panel = byId("panel");
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(content);
  panel.scrollTop = 0;
  // The focused element is gone: without this, keyboard navigation would restart at the top of the page.
  if (hadFocus) panel.focus({ preventScroll: true });
  byId("status").textContent = panel.querySelector("h2")?.textContent ?? "";
}

/** Scrolls to the panel's head: in a narrow window it may be far above the chosen row, or far below the chosen node. */
export function bringPanelIntoView(): void {
  const panel = byId("panel");
  const { top } = panel.getBoundingClientRect();
  if (top < 0 || top > innerHeight - PANEL_HEAD) panel.scrollIntoView();
}
