import type { EntityKeys } from "./graph-columns.ts";
import type { PackedTexts } from "./packed-texts.ts";

/** Keys that are made of a letter and the entity's number, such as `r0`: none is stored. */
export function numberedKeys(letter: string, count: number): EntityKeys {
  return {
    keyOf: (entity) => `${letter}${entity}`,
    find: (key) => {
      const entity = Number(key.slice(letter.length));
      return entity < count && key === `${letter}${entity}` ? entity : undefined;
    },
  };
}

/** Keys that were read from a file, the key of entity n being text n. */
export function packedKeys(texts: PackedTexts): EntityKeys {
  return { keyOf: (entity) => texts.textOf(entity), find: (key) => texts.find(key) };
}
