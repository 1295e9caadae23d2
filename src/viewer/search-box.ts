import { counted } from "../output/counted.ts";
import { element, nameElement } from "./element.ts";
import type { SceneNode } from "./scene.ts";
import type { NameMatch, NameSearch } from "./search-names.ts";
import { swatch } from "./swatch.ts";

/** A combobox (WAI-ARIA: editable, list autocomplete): type part of a name, choose with arrows and Enter. */
export function searchBox(search: () => NameSearch, picked: (node: SceneNode) => void): HTMLElement {
  const list = element("ul", {
    class: "search-list",
    id: "search-list",
    attributes: { role: "listbox", "aria-label": "Matching names" },
  });
  const input = element("input", {
    class: "search-input",
    id: "search-input",
    attributes: {
      type: "search",
      placeholder: "Find a name or alias",
      autocomplete: "off",
      spellcheck: "false",
      role: "combobox",
      "aria-label": "Find a name or alias",
      "aria-controls": "search-list",
      "aria-expanded": "false",
      "aria-autocomplete": "list",
    },
  });
  let matches: readonly NameMatch[] = [];
  let active = -1;

  function show(next: readonly NameMatch[], nothingFound = false): void {
    matches = next;
    list.replaceChildren(
      ...matches.map((match, at) => option(match, at, () => pick(at))),
      ...(nothingFound ? [element("li", { class: "search-none" }, "No such name.")] : []),
    );
    list.hidden = matches.length === 0 && !nothingFound;
    input.setAttribute("aria-expanded", String(matches.length > 0));
    activate(matches.length > 0 ? 0 : -1);
  }

  function activate(at: number): void {
    active = at;
    [...list.children].forEach((child, i) => {
      child.setAttribute("aria-selected", String(i === at));
    });
    input.removeAttribute("aria-activedescendant");
    if (at < 0) return;
    input.setAttribute("aria-activedescendant", `search-option-${at}`);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  function pick(at: number): void {
    const match = matches[at];
    if (!match) return;
    input.value = match.node.label;
    show([]);
    picked(match.node);
  }

  function look(): void {
    const found = search()(input.value);
    show(found, found.length === 0 && input.value.trim() !== "");
  }

  input.addEventListener("input", look);
  input.addEventListener("focus", () => {
    input.select();
    if (input.value !== "") look();
  });
  input.addEventListener("blur", () => show([]));
  input.addEventListener("keydown", (event) => {
    const count = matches.length;
    if (event.key === "ArrowDown" && count > 0) activate((active + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) activate((active + count - 1) % count);
    else if (event.key === "Enter") pick(active);
    else if (event.key === "Escape" && !list.hidden) show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    input.focus();
  });
  show([]);
  return element("div", { class: "search-box" }, input, list);
}

function option({ node, alias }: NameMatch, at: number, pick: () => void): HTMLElement {
  const item = element(
    "li",
    { class: "search-option", id: `search-option-${at}`, attributes: { role: "option" } },
    swatch(node.color),
    element(
      "span",
      { class: "search-name" },
      nameElement(node.label),
      alias !== undefined && element("span", { class: "search-alias" }, "also ", nameElement(alias)),
    ),
    element("span", { class: "search-detail" }, `${node.type} · ${counted(node.claims, "claim")}`),
  );
  // On mousedown, because a click would first move the focus away from the input, which closes the list.
  item.addEventListener("mousedown", (event) => {
    event.preventDefault();
    pick();
  });
  return item;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}
