import { checkQuery } from "./check-query.ts";
import { readCorpus } from "./corpus.ts";
import type { Kind } from "./kind.ts";
import { randomQuery } from "./random-query.ts";

/** Random and mutated queries, run on small graphs. */
export function queryKind(root: string): Kind {
  const corpus = readCorpus(root);
  return {
    plural: "texts",
    input: (seed, number) => {
      const query = randomQuery(corpus, seed, number);
      return { text: [...query.graph, query.text].join("\n\n"), check: () => checkQuery(query) };
    },
  };
}
