import type { BenchQuery } from "./bench-query.ts";

/** Ordinary queries of kinds that are rarely used in benchmarks. */
export const UNTUNED: readonly BenchQuery[] = [
  {
    name: "string function",
    cypher: "MATCH (n:Person) WHERE toLower(n.name) ENDS WITH $ending RETURN count(*) AS persons",
    parameters: (sample) => ({ ending: sample.familyName().slice(-5).toLowerCase() }),
    isOrdered: true,
    sql: "SELECT count(*) FROM entity WHERE label = 'Person' AND suffix(lower(name), $ending)",
    sparql: `SELECT (COUNT(*) AS ?persons) WHERE {
      ?n p:label "Person" ; p:name ?name FILTER STRENDS(LCASE(?name), "$ending") }`,
    ladybug: `MATCH (n:Entity) WHERE n.label = 'Person' AND lower(n.name) ENDS WITH $ending
RETURN count(*) AS persons`,
  },
  {
    name: "optional, aggregated",
    cypher: `MATCH (c:Country) OPTIONAL MATCH (c)<-[r:SANCTIONS]-(x)
RETURN c.id AS id, count(r) AS sanctions, count(DISTINCT x) AS parties ORDER BY sanctions DESC, id LIMIT 20`,
    isOrdered: true,
    sql: `SELECT c.id, count(r.subject) AS sanctions, count(DISTINCT r.subject) FROM entity c
      LEFT JOIN claim r ON r.object = c.number AND r.type = 'SANCTIONS' WHERE c.label = 'Country'
      GROUP BY c.id ORDER BY sanctions DESC, c.id LIMIT 20`,
    sparql: `SELECT ?id (COUNT(?r) AS ?sanctions) (COUNT(DISTINCT ?x) AS ?parties) WHERE {
      ?c p:label "Country" ; p:id ?id OPTIONAL { ?r in:SANCTIONS ?c . ?x out:SANCTIONS ?r }
      } GROUP BY ?c ?id ORDER BY DESC(?sanctions) ?id LIMIT 20`,
    ladybug: `MATCH (c:Entity) WHERE c.label = 'Country' OPTIONAL MATCH (c)<-[r:SANCTIONS]-(x:Entity)
RETURN c.id AS id, count(r.article) AS sanctions, count(DISTINCT x.id) AS parties ORDER BY sanctions DESC, id LIMIT 20`,
  },
  {
    name: "unwound parameters",
    cypher: `UNWIND $ids AS id MATCH (n {id: id})-[:MEETS]->(m)
RETURN id, count(DISTINCT m) AS met ORDER BY id`,
    parameters: (sample) => ({ ids: [...new Set(Array.from({ length: 20 }, () => sample.knownId()))] }),
    isOrdered: true,
    sql: `SELECT id, count(DISTINCT object) FROM (SELECT unnest($ids::VARCHAR[]) AS id) JOIN entity USING (id)
        JOIN claim ON subject = entity.number
      WHERE type = 'MEETS' GROUP BY id ORDER BY id`,
    sparql: `SELECT ?id (COUNT(DISTINCT ?m) AS ?met) WHERE {
      VALUES ?n { ent:$ids } ?n t:MEETS ?m ; p:id ?id } GROUP BY ?id ORDER BY ?id`,
    ladybug: `UNWIND $ids AS one MATCH (n:Entity)-[:MEETS]->(m:Entity) WHERE n.id = one
RETURN n.id AS id, count(DISTINCT m.id) AS met ORDER BY id`,
  },
  {
    name: "exists",
    cypher: `MATCH (p:Person) WHERE p.country = $country
  AND EXISTS { MATCH (p)-[r:ACCUSES]->(:Organization) WHERE r.stance = 'denied' }
RETURN count(p) AS persons`,
    parameters: (sample) => ({ country: sample.countryOfOne() }),
    isOrdered: true,
    sql: `SELECT count(*) FROM entity p WHERE p.label = 'Person' AND p.country = $country AND EXISTS (
        SELECT 1 FROM claim r JOIN entity o ON o.number = r.object
        WHERE r.subject = p.number AND r.type = 'ACCUSES' AND r.stance = 'denied' AND o.label = 'Organization')`,
    sparql: `SELECT (COUNT(?n) AS ?persons) WHERE {
      ?n p:country "$country" ; p:label "Person" FILTER EXISTS {
        ?n out:ACCUSES ?r . ?r p:stance "denied" ; in:ACCUSES ?o . ?o p:label "Organization" } }`,
    ladybug: `MATCH (p:Entity) WHERE p.label = 'Person' AND p.country = $country
  AND EXISTS { MATCH (p)-[r:ACCUSES]->(o:Entity) WHERE r.stance = 'denied' AND o.label = 'Organization' }
RETURN count(*) AS persons`,
  },
  {
    name: "case, aggregated",
    cypher: `MATCH (s {country: $country})-[r:WARNS]->()
RETURN s.id AS id, sum(CASE r.stance WHEN 'affirmed' THEN 1 WHEN 'denied' THEN -1 ELSE 0 END) AS balance,
  avg(r.confidence) AS confidence ORDER BY balance DESC, id LIMIT 10`,
    parameters: (sample) => ({ country: sample.countryOfOne() }),
    isOrdered: true,
    sql: `SELECT s.id, sum(CASE r.stance WHEN 'affirmed' THEN 1 WHEN 'denied' THEN -1 ELSE 0 END) AS balance,
        avg(r.confidence) FROM entity s JOIN claim r ON r.subject = s.number AND r.type = 'WARNS'
      WHERE s.country = $country GROUP BY s.id ORDER BY balance DESC, s.id LIMIT 10`,
    sparql: `SELECT ?id (SUM(IF(?stance = "affirmed", 1, IF(?stance = "denied", -1, 0))) AS ?balance)
        (AVG(?confidence) AS ?mean) WHERE {
      ?s p:country "$country" ; p:id ?id ; out:WARNS ?r . ?r p:stance ?stance ; p:confidence ?confidence
      } GROUP BY ?id ORDER BY DESC(?balance) ?id LIMIT 10`,
    ladybug: `MATCH (s:Entity)-[r:WARNS]->(:Entity) WHERE s.country = $country
RETURN s.id AS id, sum(CASE r.stance WHEN 'affirmed' THEN 1 WHEN 'denied' THEN -1 ELSE 0 END) AS balance,
  avg(r.confidence) AS confidence ORDER BY balance DESC, id LIMIT 10`,
  },
];
