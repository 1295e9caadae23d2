/**
 * A value in the tables of the TCK: written like openCypher's literals, plus nodes `(:A {x: 1})`, relationships
 * `[:T {x: 1}]` and paths `<(:A)-[:T]->(:B)>`.
 */
export type ExpectedValue =
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "list"; readonly items: readonly ExpectedValue[] }
  | { readonly kind: "map"; readonly entries: ExpectedEntries }
  | ExpectedNode
  | ExpectedRelationship
  | ExpectedPath;

export type ExpectedEntries = ReadonlyMap<string, ExpectedValue>;

export interface ExpectedNode {
  readonly kind: "node";
  readonly labels: readonly string[];
  readonly properties: ExpectedEntries;
}

export interface ExpectedRelationship {
  readonly kind: "relationship";
  readonly type: string;
  readonly properties: ExpectedEntries;
}

export interface ExpectedPath {
  readonly kind: "path";
  readonly start: ExpectedNode;
  readonly steps: readonly {
    readonly relationship: ExpectedRelationship;
    readonly forwards: boolean;
    readonly node: ExpectedNode;
  }[];
}

/** @throws Error if the text is not a TCK value */
export function readExpectedValue(text: string): ExpectedValue {
  const reader = new Reader(text);
  const value = reader.value();
  reader.end();
  return value;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): ExpectedValue {
    const start = this.#peek();
    if (start === "(") return this.#node();
    if (start === "<") return this.#path();
    if (start === "{") return { kind: "map", entries: this.#map() };
    if (start === "[") return this.#listOrRelationship();
    if (start === "'") return { kind: "string", value: this.#string() };
    const word = this.#match(/[-+]?[\w.]+(?:(?<=[eE])[-+]\d+)?/y);
    return wordValue(word);
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) this.#fail("the end");
  }

  #listOrRelationship(): ExpectedValue {
    this.#expect("[");
    if (this.#peek() === ":") {
      this.#expect(":");
      const type = this.#name();
      const properties = this.#properties();
      this.#expect("]");
      return { kind: "relationship", type, properties };
    }
    const items: ExpectedValue[] = [];
    while (this.#peek() !== "]") {
      items.push(this.value());
      if (this.#peek() !== "]") this.#expect(",");
    }
    this.#expect("]");
    return { kind: "list", items };
  }

  #node(): ExpectedNode {
    this.#expect("(");
    const labels: string[] = [];
    while (this.#peek() === ":") {
      this.#expect(":");
      labels.push(this.#name());
    }
    const properties = this.#properties();
    this.#expect(")");
    return { kind: "node", labels, properties };
  }

  #path(): ExpectedPath {
    this.#expect("<");
    const start = this.#node();
    const steps: ExpectedPath["steps"][number][] = [];
    while (this.#peek() !== ">") {
      const backwards = this.#peek() === "<";
      if (backwards) this.#expect("<");
      this.#expect("-");
      const relationship = this.#listOrRelationship();
      if (relationship.kind !== "relationship") this.#fail("a relationship");
      this.#expect("-");
      if (!backwards) this.#expect(">");
      steps.push({
        relationship: relationship as ExpectedRelationship,
        forwards: !backwards,
        node: this.#node(),
      });
    }
    this.#expect(">");
    return { kind: "path", start, steps };
  }

  #properties(): ExpectedEntries {
    return this.#peek() === "{" ? this.#map() : new Map();
  }

  #map(): ExpectedEntries {
    const entries = new Map<string, ExpectedValue>();
    this.#expect("{");
    while (this.#peek() !== "}") {
      const key = this.#name();
      this.#expect(":");
      entries.set(key, this.value());
      if (this.#peek() !== "}") this.#expect(",");
    }
    this.#expect("}");
    return entries;
  }

  #string(): string {
    const quoted = this.#match(/'(?:[^'\\]|\\[\s\S])*'/y);
    const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
    return quoted.slice(1, -1).replace(/\\([\s\S])/g, (_, escaped: string) => escapes[escaped] ?? escaped);
  }

  #name(): string {
    this.#space();
    if (this.#text[this.#at] === "`")
      return this.#match(/`(?:[^`]|``)+`/y)
        .slice(1, -1)
        .replaceAll("``", "`");
    return this.#match(/[^\s:{}()[\],]+/y);
  }

  #peek(): string {
    this.#space();
    return this.#text[this.#at] ?? "";
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
  }

  #expect(symbol: string): void {
    if (this.#peek() !== symbol) this.#fail(`"${symbol}"`);
    this.#at++;
  }

  #match(pattern: RegExp): string {
    this.#space();
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return this.#fail("a value");
    this.#at += match[0].length;
    return match[0];
  }

  #fail(expected: string): never {
    throw new Error(`invalid TCK value ${this.#text}: expected ${expected} at offset ${this.#at}`);
  }
}

function wordValue(word: string): ExpectedValue {
  if (word === "null") return { kind: "null" };
  if (word === "true" || word === "false") return { kind: "boolean", value: word === "true" };
  if (/^[-+]?\d+$/.test(word)) return { kind: "integer", value: BigInt(word) };
  const special: Readonly<Record<string, number>> = {
    NaN: Number.NaN,
    Inf: Number.POSITIVE_INFINITY,
    "-Inf": Number.NEGATIVE_INFINITY,
  };
  const number = special[word] ?? Number(word);
  if (Number.isNaN(number) && word !== "NaN") throw new Error(`unknown TCK value ${word}`);
  return { kind: "float", value: number };
}
