/** Characters that an id may have: it becomes a key of the graph. */
export const ID = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u;

/** The id that an entity gets from its name: `Xi Jinping` is `xi-jinping`, `Škoda Auto` is `skoda-auto`. */
export function entityId(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();
  return plain
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
