/** Content of an element: other elements, or text, which is never parsed as HTML. */
export type Content = Element | string | number | null | undefined | false | readonly Content[];

interface Options {
  readonly class?: string;
  readonly title?: string;
  readonly id?: string;
  readonly onclick?: (event: MouseEvent) => void;
  /** Attributes by name: a string is the value, `true` sets an empty value, `false` and `undefined` set nothing. */
  readonly attributes?: Readonly<Record<string, string | boolean | undefined>>;
}

/**
 * A new element. All text of the page is set here, as text nodes: names and gists are untrusted, and nothing in them
 * can become markup.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  options: Options = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (options.class !== undefined) made.className = options.class;
  if (options.title !== undefined) made.title = options.title;
  if (options.id !== undefined) made.id = options.id;
  if (options.onclick) made.addEventListener("click", options.onclick as EventListener);
  if (made instanceof HTMLButtonElement) made.type = "button";
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  append(made, content);
  return made;
}

/**
 * The element of index.html with this id.
 *
 * @throws `Error` if there is none
 */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element with the id ${id}`);
  return found;
}

/** A name from the graph; `bdi` prevents a right-to-left name from reordering the text around it. */
export function nameElement(name: string): HTMLElement {
  return element("bdi", {}, name);
}

function append(parent: Element, content: readonly Content[]): void {
  for (const item of content) {
    if (item === null || item === undefined || item === false) continue;
    if (Array.isArray(item)) append(parent, item as readonly Content[]);
    else parent.append(typeof item === "number" ? String(item) : (item as Element | string));
  }
}
