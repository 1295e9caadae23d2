/** A valid id. Ids become keys of the graph. */
export const ID = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u;

/** Derives an entity's id from its name: `Xi Jinping` becomes `xi-jinping`, `Škoda Auto` becomes `skoda-auto`. */
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
