import type { EntityKeys } from "./graph-columns.ts";
import type { PackedTexts } from "./packed-texts.ts";

/** Keys computed as `r` and the relationship's number, such as `r0`. None is stored. */
export class NumberedKeys implements EntityKeys {
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  keyOf(entity: number): string {
    return `r${entity}`;
  }

  find(key: string): number | undefined {
    const entity = Number(key.slice(1));
    return entity < this.#count && key === `r${entity}` ? entity : undefined;
  }
}

/** Keys read from a file: the key of entity n is text n. */
export class PackedKeys implements EntityKeys {
  readonly texts: PackedTexts;

  constructor(texts: PackedTexts) {
    this.texts = texts;
  }

  keyOf(entity: number): string {
    return this.texts.textOf(entity);
  }

  find(key: string): number | undefined {
    return this.texts.find(key);
  }
}

/** Keys given as strings. */
export class ListedKeys implements EntityKeys {
  readonly #keys: readonly string[];
  /** Built on first use. */
  #entities: Map<string, number> | undefined;

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  keyOf(entity: number): string {
    return this.#keys[entity] as string;
  }

  find(key: string): number | undefined {
    this.#entities ??= new Map(this.#keys.map((one, entity) => [one, entity]));
    return this.#entities.get(key);
  }
}
