/** The words of a passage with the line (1-based) where they begin, or the reason why they cannot be shown. */
export type PassageText =
  | { readonly kind: "words"; readonly words: string; readonly line: number }
  | { readonly kind: "missing"; readonly reason: string };

/** By claim key. */
export type PassageTexts = ReadonlyMap<string, PassageText>;
