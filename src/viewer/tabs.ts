import { type Content, element } from "./element.ts";

export type Tab = readonly [title: string, claims: readonly string[]];

/** Lists of claims with one tab each (WAI-ARIA: tabs); the first list that is not empty is shown first. */
export function tabs(parts: readonly Tab[], show: (claims: readonly string[]) => HTMLElement): Content {
  const body = element("div", { attributes: { role: "tabpanel" } });
  const buttons = parts.map(([title, claims], at) =>
    element(
      "button",
      { class: "tab", attributes: { role: "tab" }, onclick: () => choose(at) },
      title,
      element("span", { class: "tab-count" }, claims.length.toLocaleString("en")),
    ),
  );
  function choose(chosen: number): void {
    buttons.forEach((button, at) => {
      button.setAttribute("aria-selected", String(at === chosen));
      button.tabIndex = at === chosen ? 0 : -1;
    });
    body.replaceChildren(show(parts[chosen]?.[1] ?? []));
  }
  const firstFilled = parts.findIndex(([, claims]) => claims.length > 0);
  choose(Math.max(0, firstFilled));
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
