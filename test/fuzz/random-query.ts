import { randomCharacter } from "./breaking-mutations.ts";
import type { Query } from "./corpus.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";
import { randomCalls } from "./random-calls.ts";
import { walkGrammar } from "./walk-grammar.ts";

/** Bindings for the names used in walks of the grammar, so that the following text has a chance to run. */
const BINDINGS: readonly string[] = [
  "MATCH p = (a)-[r]->(b) WITH *, 1 AS x, [1, 2.5, 'a', null] AS xs, a.name AS name ",
  "UNWIND [null, 1, 1.5, 'a', true, [1], {a: 1}, date('2020-02-29')] AS x WITH x, [x] AS xs, x AS a, x AS b ",
  "MATCH p = shortestPath((a)-[r*0..3]-(b)) WITH *, 1 AS x, nodes(p) AS xs, b.name AS name ",
  "OPTIONAL MATCH (a:Person)-[r:KNOWS*0..2]-(b) WITH a, b, r, size(r) AS x, r AS xs, a.name AS name ",
  "WITH duration('P1Y2M3DT4H5M6.7S') AS a, datetime('2020-10-25T02:30[Europe/Berlin]') AS b, 2 AS x, [] AS xs ",
];

/** The query with this number for this seed; always the same. */
export function randomQuery(corpus: readonly Query[], seed: number, number: number): Query {
  const random = new Random(seed, number);
  const own = (text: string): Query => ({ text, graph: [] });
  switch (random.below(12)) {
    case 0:
      return own(walkGrammar("statement", random, 20 + random.below(200)));
    case 1:
      return own(
        `${random.pick(BINDINGS)}RETURN ${walkGrammar("expression", random, 20 + random.below(100))} AS it`,
      );
    case 2:
      return own(
        `${random.pick(BINDINGS)}${walkGrammar("clause", random, 20 + random.below(100))} RETURN 1 AS one`,
      );
    case 3:
    case 4:
    case 5:
      return own(randomCalls(random));
    case 6:
      return own(mutate(randomCalls(random), corpus, random));
    case 7: {
      const [one, other] = [random.pick(corpus), random.pick(corpus)];
      return { text: mutate(`${one.text} ${other.text}`, corpus, random), graph: one.graph };
    }
    case 8:
      return own(
        random.once(5)
          ? Array.from({ length: random.below(100) }, () => randomCharacter(random)).join("")
          : mutate(walkGrammar("statement", random, 20 + random.below(100)), corpus, random),
      );
    default: {
      const { text, graph } = random.pick(corpus);
      return { text: mutate(text, corpus, random), graph };
    }
  }
}
