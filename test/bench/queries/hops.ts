import type { BenchQuery } from "./bench-query.ts";

export const HOPS: readonly BenchQuery[] = [
  {
    name: "one hop with a filter",
    cypher: `MATCH (a {id: $id})-[r:ACCUSES]->(b) WHERE r.confidence >= $least
RETURN b.id AS id, b.name AS name, r.said AS said`,
    parameters: (sample) => ({ id: sample.subjectOf("ACCUSES"), least: 0.9 }),
    isOrdered: false,
    sql: `SELECT b.id, b.name, r.said FROM entity a JOIN claim r ON r.subject = a.number
        JOIN entity b ON b.number = r.object
      WHERE a.id = $id AND r.type = 'ACCUSES' AND r.confidence >= $least`,
    sparql: `SELECT ?id ?name ?said WHERE {
      ent:$id out:ACCUSES ?r . ?r p:confidence ?confidence FILTER (?confidence >= $least)
      ?r p:said ?said ; in:ACCUSES ?b . ?b p:id ?id ; p:name ?name }`,
  },
  {
    // Grafeo returns at most 2048 rows if the hops are in one pattern.
    name: "distinct two hops",
    cypher: "MATCH (a {id: $id})-[:MEETS]-()-[:MEETS]-(c) WHERE c <> a RETURN DISTINCT c.id AS id",
    parameters: (sample) => ({ id: sample.subjectOf("MEETS") }),
    isOrdered: false,
    sql: `WITH meets AS (
        SELECT subject AS near, object AS far FROM claim WHERE type = 'MEETS'
        UNION ALL SELECT object, subject FROM claim WHERE type = 'MEETS'),
      met AS (SELECT DISTINCT far AS near FROM entity JOIN meets ON near = number WHERE id = $id)
      SELECT id FROM (SELECT DISTINCT far FROM met JOIN meets USING (near)) JOIN entity ON number = far WHERE id <> $id`,
    sparql: `SELECT DISTINCT ?id WHERE {
      { SELECT DISTINCT ?c WHERE { ent:$id (t:MEETS|^t:MEETS) ?b . ?b (t:MEETS|^t:MEETS) ?c } }
      FILTER (?c != ent:$id) ?c p:id ?id }`,
    ladybug: `MATCH (a:Entity {id: $id})-[:MEETS]-(:Entity)-[:MEETS]-(c:Entity) WHERE c.id <> $id
RETURN DISTINCT c.id AS id`,
    grafeo: `MATCH (a {id: $id})-[:MEETS]-(b) WITH DISTINCT b MATCH (b)-[:MEETS]-(c) WHERE c.id <> $id
RETURN DISTINCT c.id AS id`,
  },
  {
    // Grafeo panics on long batches if each hop is written out.
    name: "three hops counted",
    cypher: "MATCH (a {id: $id})-[:MEETS]->()-[:MEETS]->()-[:MEETS]->(d) RETURN count(*) AS paths",
    parameters: (sample) => ({ id: sample.subjectOf("MEETS") }),
    isOrdered: true,
    sql: `SELECT count(*) FROM entity a JOIN claim r1 ON r1.subject = a.number
        JOIN claim r2 ON r2.subject = r1.object JOIN claim r3 ON r3.subject = r2.object
      WHERE a.id = $id AND r1.type = 'MEETS' AND r2.type = 'MEETS' AND r3.type = 'MEETS' AND r3.number <> r1.number`,
    sparql: `SELECT (COUNT(*) AS ?paths) WHERE {
      ent:$id out:MEETS ?r1 . ?r1 in:MEETS/out:MEETS ?r2 . ?r2 in:MEETS/out:MEETS ?r3 FILTER (?r3 != ?r1) }`,
    ladybug: `MATCH (a:Entity {id: $id})-[r1:MEETS]->(:Entity)-[:MEETS]->(:Entity)-[r3:MEETS]->(:Entity)
WHERE id(r1) <> id(r3) RETURN count(*) AS paths`,
    grafeo: `MATCH (a {id: $id})-[:MEETS*3..3]->(d) RETURN count(*) AS paths`,
  },
  {
    name: "friends of friends",
    cypher: `MATCH (a {id: $id})-[:SUPPORTS]-(b)-[:SUPPORTS]-(c)
WHERE c <> a AND NOT (a)-[:SUPPORTS]-(c)
RETURN c.id AS id, count(DISTINCT b) AS common ORDER BY common DESC, id LIMIT 10`,
    parameters: (sample) => ({ id: sample.subjectOf("SUPPORTS") }),
    isOrdered: true,
    sql: `WITH supports AS (
        SELECT subject AS near, object AS far FROM claim WHERE type = 'SUPPORTS'
        UNION ALL SELECT object, subject FROM claim WHERE type = 'SUPPORTS'),
      friend AS (SELECT DISTINCT far AS near FROM entity JOIN supports ON near = number WHERE id = $id)
      SELECT id, count(DISTINCT near) AS common FROM friend JOIN supports USING (near)
        ANTI JOIN friend linked ON linked.near = far JOIN entity ON number = far
      WHERE id <> $id GROUP BY id ORDER BY common DESC, id LIMIT 10`,
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
    // Grafeo panics if both hops are in one path.
    name: "common neighbours",
    cypher: `MATCH (a {id: $one})--(c)--(b {id: $other})
RETURN c.id AS id, count(*) AS links ORDER BY links DESC, id LIMIT 20`,
    parameters: (sample) => {
      const [one, other] = sample.linkedPair();
      return { one, other };
    },
    isOrdered: true,
    sql: `WITH near AS (
        SELECT far, count(*) AS links FROM (
          SELECT object AS far FROM entity JOIN claim ON subject = entity.number WHERE id = $one
          UNION ALL SELECT subject FROM entity JOIN claim ON object = entity.number WHERE id = $one) GROUP BY far),
      other AS (
        SELECT far, count(*) AS links FROM (
          SELECT object AS far FROM entity JOIN claim ON subject = entity.number WHERE id = $other
          UNION ALL SELECT subject FROM entity JOIN claim ON object = entity.number WHERE id = $other) GROUP BY far)
      SELECT id, near.links * other.links AS links FROM near JOIN other USING (far) JOIN entity ON number = far
      ORDER BY links DESC, id LIMIT 20`,
    sparql: `SELECT ?id ?links WHERE {
      { SELECT ?c (COUNT(*) AS ?links) WHERE {
        { ?r1 p:subject ent:$one ; p:object ?c } UNION { ?r1 p:object ent:$one ; p:subject ?c }
        { ?r2 p:subject ent:$other ; p:object ?c } UNION { ?r2 p:object ent:$other ; p:subject ?c } }
        GROUP BY ?c }
      ?c p:id ?id } ORDER BY DESC(?links) ?id LIMIT 20`,
    ladybug: `MATCH (a:Entity {id: $one})-[]-(c:Entity)-[]-(b:Entity {id: $other})
RETURN c.id AS id, count(*) AS links ORDER BY links DESC, id LIMIT 20`,
    grafeo: `MATCH (a {id: $one})--(c), (c)--(b {id: $other})
RETURN c.id AS id, count(*) AS links ORDER BY links DESC, id LIMIT 20`,
  },
  {
    name: "who speaks of one",
    cypher: `MATCH ({id: $id})-[r]-() MATCH (c {id: r.claimant})
RETURN c.id AS id, c.name AS name, count(*) AS claims ORDER BY claims DESC, id LIMIT 10`,
    parameters: (sample) => ({ id: sample.knownId() }),
    isOrdered: true,
    sql: `SELECT c.id, c.name, count(*) AS claims FROM entity a
        JOIN claim ON subject = a.number OR object = a.number JOIN entity c ON c.number = claimant
      WHERE a.id = $id GROUP BY c.id, c.name ORDER BY claims DESC, c.id LIMIT 10`,
    sparql: `SELECT ?id ?name ?claims WHERE {
      { SELECT ?c (COUNT(*) AS ?claims) WHERE {
        { ?r p:subject ent:$id } UNION { ?r p:object ent:$id } ?r p:claimant ?c } GROUP BY ?c }
      ?c p:id ?id ; p:name ?name } ORDER BY DESC(?claims) ?id LIMIT 10`,
    ladybug: `MATCH (:Entity {id: $id})-[r]-(:Entity) WITH r.claimant AS claimant, count(*) AS claims
MATCH (c:Entity) WHERE c.id = claimant
RETURN c.id AS id, c.name AS name, claims ORDER BY claims DESC, id LIMIT 10`,
  },
];
