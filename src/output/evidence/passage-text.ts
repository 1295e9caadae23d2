/** The words of a passage, with the line (1-based) on which they begin, or why they cannot be shown. */
export type PassageText =
  | { readonly kind: "words"; readonly words: string; readonly line: number }
  | { readonly kind: "missing"; readonly reason: string };

/** By the keys of claims. */
export type PassageTexts = ReadonlyMap<string, PassageText>;
