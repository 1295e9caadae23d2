import type { BenchQuery } from "./bench-query.ts";

export const CYCLES: readonly BenchQuery[] = [
  {
    // Grafeo panics if all three are in one path.
    name: "triangles",
    cypher: "MATCH (a)-[:ACCUSES]->(b)-[:ACCUSES]->(c)-[:ACCUSES]->(a) RETURN count(*) AS triangles",
    isOrdered: true,
    sql: `SELECT count(*) FROM claim x JOIN claim y ON y.subject = x.object
      JOIN claim z ON z.subject = y.object AND z.object = x.subject
      WHERE x.type = 'ACCUSES' AND y.type = 'ACCUSES' AND z.type = 'ACCUSES'`,
    sparql: `SELECT (COUNT(*) AS ?triangles) WHERE {
      ?a out:ACCUSES/in:ACCUSES ?b . ?b out:ACCUSES/in:ACCUSES ?c . ?c out:ACCUSES/in:ACCUSES ?a }`,
    ladybug: `MATCH (a:Entity)-[:ACCUSES]->(b:Entity)-[:ACCUSES]->(c:Entity)-[:ACCUSES]->(a)
RETURN count(*) AS triangles`,
    grafeo: `MATCH (a)-[:ACCUSES]->(b), (b)-[:ACCUSES]->(c), (c)-[:ACCUSES]->(a) RETURN count(*) AS triangles`,
  },
  {
    name: "diamonds",
    cypher: `MATCH (a)-[x:MEETS]->(b)-[:ACCUSES]->(d), (a)-[y:MEETS]->(c)-[:ACCUSES]->(d)
WHERE b.id < c.id AND x.confidence >= $least AND y.confidence >= $least AND d.country = $country
RETURN count(*) AS diamonds`,
    parameters: (sample) => ({ least: 0.9, country: sample.countryOfOne() }),
    isOrdered: true,
    sql: `SELECT count(*) FROM entity d JOIN claim v ON v.object = d.number JOIN claim x ON x.object = v.subject
        JOIN claim w ON w.object = d.number JOIN claim y ON y.object = w.subject AND y.subject = x.subject
      WHERE x.type = 'MEETS' AND y.type = 'MEETS' AND v.type = 'ACCUSES' AND w.type = 'ACCUSES'
        AND x.object < y.object AND x.confidence >= $least AND y.confidence >= $least AND d.country = $country`,
    sparql: `SELECT (COUNT(*) AS ?diamonds) WHERE {
      ?d p:country "$country" . ?v in:ACCUSES ?d . ?b out:ACCUSES ?v . ?x in:MEETS ?b ; p:confidence ?xc .
      FILTER (?xc >= $least) ?a out:MEETS ?x , ?y . ?y p:confidence ?yc FILTER (?yc >= $least)
      ?y in:MEETS ?c . ?c out:ACCUSES/in:ACCUSES ?d . ?b p:id ?bid . ?c p:id ?cid FILTER (?bid < ?cid) }`,
    ladybug: `MATCH (a:Entity)-[x:MEETS]->(b:Entity)-[:ACCUSES]->(d:Entity),
  (a)-[y:MEETS]->(c:Entity)-[:ACCUSES]->(d)
WHERE b.id < c.id AND x.confidence >= $least AND y.confidence >= $least AND d.country = $country
RETURN count(*) AS diamonds`,
  },
];
