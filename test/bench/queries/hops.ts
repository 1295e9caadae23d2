import type { BenchQuery } from "./bench-query.ts";

export const HOPS: readonly BenchQuery[] = [
  {
    name: "one hop with a filter",
    cypher: `MATCH (a {id: $id})-[r:ACCUSES]->(b) WHERE r.confidence >= $least
RETURN b.id AS id, b.name AS name, r.said AS said`,
    parameters: (sample) => ({ id: sample.subjectOf("ACCUSES"), least: 0.9 }),
    isOrdered: false,
    sql: `SELECT b.id, b.name, r.said FROM claim r JOIN entity b ON b.id = r.object
      WHERE r.subject = $id AND r.type = 'ACCUSES' AND r.confidence >= $least`,
    sparql: `SELECT ?id ?name ?said WHERE {
      ent:$id out:ACCUSES ?r . ?r p:confidence ?confidence FILTER (?confidence >= $least)
      ?r p:said ?said ; in:ACCUSES ?b . ?b p:id ?id ; p:name ?name }`,
  },
  {
    name: "distinct two hops",
    cypher: "MATCH (a {id: $id})-[:MEETS]-()-[:MEETS]-(c) WHERE c <> a RETURN DISTINCT c.id AS id",
    parameters: (sample) => ({ id: sample.subjectOf("MEETS") }),
    isOrdered: false,
    sql: `WITH met AS (
        SELECT object AS b FROM claim WHERE subject = $id AND type = 'MEETS'
        UNION SELECT subject FROM claim WHERE object = $id AND type = 'MEETS')
      SELECT object FROM claim JOIN met ON subject = b WHERE type = 'MEETS' AND object <> $id
      UNION SELECT subject FROM claim JOIN met ON object = b WHERE type = 'MEETS' AND subject <> $id`,
    sparql: `SELECT DISTINCT ?id WHERE {
      { SELECT DISTINCT ?c WHERE { ent:$id (t:MEETS|^t:MEETS) ?b . ?b (t:MEETS|^t:MEETS) ?c } }
      FILTER (?c != ent:$id) ?c p:id ?id }`,
    ladybug: `MATCH (a:Entity {id: $id})-[:MEETS]-(:Entity)-[:MEETS]-(c:Entity) WHERE c.id <> $id
RETURN DISTINCT c.id AS id`,
  },
  {
    name: "three hops counted",
    cypher: "MATCH (a {id: $id})-[:MEETS]->()-[:MEETS]->()-[:MEETS]->(d) RETURN count(*) AS paths",
    parameters: (sample) => ({ id: sample.subjectOf("MEETS") }),
    isOrdered: true,
    sql: `SELECT count(*) FROM claim r1 JOIN claim r2 ON r2.subject = r1.object JOIN claim r3 ON r3.subject = r2.object
      WHERE r1.subject = $id AND r1.type = 'MEETS' AND r2.type = 'MEETS' AND r3.type = 'MEETS'
        AND r3.number <> r1.number`,
    sparql: `SELECT (COUNT(*) AS ?paths) WHERE {
      ent:$id out:MEETS ?r1 . ?r1 in:MEETS/out:MEETS ?r2 . ?r2 in:MEETS/out:MEETS ?r3 FILTER (?r3 != ?r1) }`,
    ladybug: `MATCH (a:Entity {id: $id})-[r1:MEETS]->(:Entity)-[:MEETS]->(:Entity)-[r3:MEETS]->(:Entity)
WHERE id(r1) <> id(r3) RETURN count(*) AS paths`,
    grafeo: `MATCH (a {id: $id})-[r1:MEETS]->()-[:MEETS]->()-[r3:MEETS]->(d) WHERE id(r1) <> id(r3)
RETURN count(*) AS paths`,
  },
  {
    name: "friends of friends",
    cypher: `MATCH (a {id: $id})-[:SUPPORTS]-(b)-[:SUPPORTS]-(c)
WHERE c <> a AND NOT (a)-[:SUPPORTS]-(c)
RETURN c.id AS id, count(DISTINCT b) AS common ORDER BY common DESC, id LIMIT 10`,
    parameters: (sample) => ({ id: sample.subjectOf("SUPPORTS") }),
    isOrdered: true,
    sql: `WITH friend AS (
        SELECT object AS b FROM claim WHERE subject = $id AND type = 'SUPPORTS'
        UNION SELECT subject FROM claim WHERE object = $id AND type = 'SUPPORTS'),
      link AS (
        SELECT subject AS b, object AS c FROM claim WHERE type = 'SUPPORTS'
        UNION ALL SELECT object, subject FROM claim WHERE type = 'SUPPORTS')
      SELECT c, count(DISTINCT b) AS common FROM friend JOIN link USING (b)
      WHERE c <> $id AND c NOT IN (SELECT b FROM friend) GROUP BY c ORDER BY common DESC, c LIMIT 10`,
    sparql: `SELECT ?id ?common WHERE {
      { SELECT ?c (COUNT(DISTINCT ?b) AS ?common) WHERE {
        ent:$id (t:SUPPORTS|^t:SUPPORTS) ?b . ?b (t:SUPPORTS|^t:SUPPORTS) ?c
        FILTER (?c != ent:$id) FILTER NOT EXISTS { ent:$id (t:SUPPORTS|^t:SUPPORTS) ?c } } GROUP BY ?c }
      ?c p:id ?id } ORDER BY DESC(?common) ?id LIMIT 10`,
    ladybug: `MATCH (a:Entity {id: $id})-[:SUPPORTS]-(b:Entity)-[:SUPPORTS]-(c:Entity)
WHERE c.id <> $id AND NOT EXISTS { MATCH (a)-[:SUPPORTS]-(c) }
RETURN c.id AS id, count(DISTINCT b.id) AS common ORDER BY common DESC, id LIMIT 10`,
  },
  {
    name: "common neighbours",
    cypher: `MATCH (a {id: $one})--(c)--(b {id: $other})
RETURN c.id AS id, count(*) AS links ORDER BY links DESC, id LIMIT 20`,
    parameters: (sample) => {
      const [one, other] = sample.linkedPair();
      return { one, other };
    },
    isOrdered: true,
    sql: `WITH near AS (
        SELECT c, count(*) AS links FROM (SELECT object AS c FROM claim WHERE subject = $one
          UNION ALL SELECT subject FROM claim WHERE object = $one) GROUP BY c),
      far AS (
        SELECT c, count(*) AS links FROM (SELECT object AS c FROM claim WHERE subject = $other
          UNION ALL SELECT subject FROM claim WHERE object = $other) GROUP BY c)
      SELECT c, near.links * far.links AS links FROM near JOIN far USING (c) ORDER BY links DESC, c LIMIT 20`,
    sparql: `SELECT ?id ?links WHERE {
      { SELECT ?c (COUNT(*) AS ?links) WHERE {
        { ?r1 p:subject ent:$one ; p:object ?c } UNION { ?r1 p:object ent:$one ; p:subject ?c }
        { ?r2 p:subject ent:$other ; p:object ?c } UNION { ?r2 p:object ent:$other ; p:subject ?c } }
        GROUP BY ?c }
      ?c p:id ?id } ORDER BY DESC(?links) ?id LIMIT 20`,
    ladybug: `MATCH (a:Entity {id: $one})-[]-(c:Entity)-[]-(b:Entity {id: $other})
RETURN c.id AS id, count(*) AS links ORDER BY links DESC, id LIMIT 20`,
  },
  {
    name: "who speaks of one",
    cypher: `MATCH ({id: $id})-[r]-() MATCH (c {id: r.claimant})
RETURN c.id AS id, c.name AS name, count(*) AS claims ORDER BY claims DESC, id LIMIT 10`,
    parameters: (sample) => ({ id: sample.knownId() }),
    isOrdered: true,
    sql: `SELECT c.id, c.name, claims FROM (
        SELECT claimant, count(*) AS claims FROM claim WHERE (subject = $id OR object = $id) AND claimant IS NOT NULL
        GROUP BY claimant) JOIN entity c ON c.id = claimant ORDER BY claims DESC, c.id LIMIT 10`,
    sparql: `SELECT ?id ?name ?claims WHERE {
      { SELECT ?c (COUNT(*) AS ?claims) WHERE {
        { ?r p:subject ent:$id } UNION { ?r p:object ent:$id } ?r p:claimant ?c } GROUP BY ?c }
      ?c p:id ?id ; p:name ?name } ORDER BY DESC(?claims) ?id LIMIT 10`,
    ladybug: `MATCH (:Entity {id: $id})-[r]-(:Entity) WITH r.claimant AS claimant, count(*) AS claims
MATCH (c:Entity) WHERE c.id = claimant
RETURN c.id AS id, c.name AS name, claims ORDER BY claims DESC, id LIMIT 10`,
  },
];
