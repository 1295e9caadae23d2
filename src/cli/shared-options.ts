/** What several commands' arguments and options are called in help. */
export const DATA = "annotation folders or files (default: the annotations that come with Hearsay)";
export const GRAPH = [
  "--graph <folder>",
  "a graph that hearsay import saved, instead of annotations",
] as const;
export const ARTICLES = [
  "--articles <folder>",
  "the articles' texts, to show the words behind evidence (default: $HEARSAY_ARTICLES)",
] as const;
