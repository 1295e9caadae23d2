import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { buildCsr } from "./baselines/csr.ts";
import { CSR_QUERIES } from "./baselines/csr-queries.ts";
import { GRAPHOLOGY_QUERIES } from "./baselines/graphology-queries.ts";
import { plainRows } from "./engines/hearsay.ts";
import { generateNews } from "./news/generate-news.ts";
import { newsGraphology } from "./news/news-graphology.ts";
import { parameterSets, QUERIES } from "./queries/all-queries.ts";
import { digestRows } from "./run/digest-rows.ts";

const news = generateNews(3000);
const csr = buildCsr(news);
const graph = newsGraphology(news);
const engine = new Engine(graph);

describe("the engine and both baselines return the same rows", () => {
  for (const query of QUERIES) {
    test(query.name, () => {
      const byHand = CSR_QUERIES[query.name]?.(csr);
      const plainly = GRAPHOLOGY_QUERIES[query.name];
      const sets = parameterSets(query, news);
      let rowCount = 0;
      for (const parameters of sets) {
        const expected = digestRows(byHand?.(parameters) ?? [], query.isOrdered);
        const ours = plainRows(engine.run(query.cypher, parameters).rows);
        expect(digestRows(ours, query.isOrdered)).toEqual(expected);
        expect(digestRows(plainly?.(graph, parameters) ?? [], query.isOrdered)).toEqual(expected);
        rowCount += expected.rowCount;
      }
      expect(rowCount).toBeGreaterThan(0);
    });
  }
});

test("a generated graph is reproducible, and differs for another seed", () => {
  expect(generateNews(1000)).toEqual(generateNews(1000));
  expect(generateNews(1000, 2).claims.subjects).not.toEqual(generateNews(1000).claims.subjects);
});
