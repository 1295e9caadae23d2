import { addItem, type Budget, BYTES_PER_ITEM, makeList, makeText, textBytes } from "../values/budget.ts";
import { findText } from "../values/find-text.ts";
import type { ValueList } from "../values/value.ts";

/** Shorter strings use JavaScript's built-in functions, which are fast enough to need no check of the clock. */
const LONG = 4096;

/** The part of `text` between two positions. */
export function part(text: string, from: number, to: number | undefined, budget: Budget): string {
  const found = text.slice(from, to);
  makeText(budget, found.length);
  return compact(found, text);
}

/** JavaScript keeps a whole string in memory for a part of it: copies a small part of a long string. */
function compact(found: string, whole: string): string {
  return whole.length < LONG || found.length > whole.length / 2 ? found : ` ${found}`.slice(1);
}

/** The text without whitespace at one or both ends. */
export function trimmed(text: string, trim: (text: string) => string, budget: Budget): string {
  makeText(budget, text.length);
  return compact(trim(text), text);
}

/** The parts between separators; each UTF-16 unit if the separator is empty. */
export function pieces(text: string, separator: string, budget: Budget): ValueList {
  if (separator === "") {
    makeList(budget, text.length);
    budget.allocate(BYTES_PER_ITEM * text.length);
    return text.split("");
  }
  const found: string[] = [];
  let from = 0;
  const add = (to: number) => {
    addItem(budget, found);
    budget.allocate(textBytes(to - from));
    found.push(compact(text.slice(from, to), text));
  };
  for (
    let at = findText(text, separator, 0, budget);
    at !== -1;
    at = findText(text, separator, from, budget)
  ) {
    add(at);
    from = at + separator.length;
  }
  add(text.length);
  return found;
}

/** The text with each occurrence of `search` replaced; the empty string occurs before and after each UTF-16 unit. */
export function replaceAll(text: string, search: string, replacement: string, budget: Budget): string {
  if (text.length < LONG && replacement.length < LONG) {
    const found = text.replaceAll(search, () => replacement);
    makeText(budget, found.length);
    return found;
  }
  const writer = new TextWriter(budget);
  if (search === "") {
    writer.add(replacement);
    for (let at = 0; at < text.length; at++) {
      writer.add(text.charAt(at));
      writer.add(replacement);
    }
    return writer.text();
  }
  let from = 0;
  for (let at = findText(text, search, 0, budget); at !== -1; at = findText(text, search, from, budget)) {
    writer.add(text.slice(from, at));
    writer.add(replacement);
    from = at + search.length;
  }
  writer.add(text.slice(from));
  return writer.text();
}

/** The characters in reverse order; characters of two UTF-16 units stay intact. */
export function reversed(text: string, budget: Budget): string {
  if (text.length < LONG) {
    makeText(budget, text.length);
    return [...text].reverse().join("");
  }
  const writer = new TextWriter(budget);
  for (let to = text.length; to > 0; ) {
    let from = Math.max(0, to - LONG);
    if (from > 0 && isLowSurrogate(text, from) && !isLowSurrogate(text, from - 1)) from--;
    writer.add([...text.slice(from, to)].reverse().join(""));
    to = from;
  }
  return writer.text();
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Builds a long string from pieces. */
class TextWriter {
  readonly #budget: Budget;
  readonly #chunks: string[] = [];
  #chunk: string[] = [];
  #length = 0;
  #chunkLength = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  add(piece: string): void {
    this.#length += piece.length;
    this.#chunkLength += piece.length;
    this.#budget.spend(1);
    this.#chunk.push(piece);
    if (this.#chunkLength > LONG || this.#chunk.length > LONG) this.#flush();
  }

  text(): string {
    this.#flush();
    return this.#chunks.join("");
  }

  /** Checks that the whole length is allowed before it joins the chunk. */
  #flush(): void {
    makeText(this.#budget, this.#length);
    this.#budget.allocate(-textBytes(this.#length - this.#chunkLength));
    this.#chunks.push(this.#chunk.join(""));
    this.#chunk = [];
    this.#chunkLength = 0;
  }
}
