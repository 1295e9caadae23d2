import { byId } from "./element.ts";

/** Less of the panel's height (CSS pixels) does not show what it tells of. */
const PANEL_HEAD = 90;

/** Puts `content` into the side panel in place of what was there, and tells screen readers its title. */
export function showInPanel(content: HTMLElement): void {
  const panel = byId("panel");
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(content);
  panel.scrollTop = 0;
  // The element that had it is gone: without this, the keyboard would start again at the top of the page.
  if (hadFocus) panel.focus({ preventScroll: true });
  byId("status").textContent = panel.querySelector("h2")?.textContent ?? "";
}

/** Scrolls to the panel's head: in a narrow window it may be screens above a row that is asked about, or below a node. */
export function bringPanelIntoView(): void {
  const panel = byId("panel");
  const { top } = panel.getBoundingClientRect();
  if (top < 0 || top > innerHeight - PANEL_HEAD) panel.scrollIntoView();
}
