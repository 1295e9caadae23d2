/** Arguments and options of several commands, with their help texts. */
export const DATA = "annotation folders or files (default: the annotations that come with Hearsay)";
export const GRAPH = ["--graph <folder>", "a graph saved by hearsay import, instead of annotations"] as const;
export const ARTICLES = [
  "--articles <folder>",
  "the articles' texts, to quote the words of each claim (default: $HEARSAY_ARTICLES)",
] as const;
