import type { BenchQuery } from "./bench-query.ts";

export const PATHS: readonly BenchQuery[] = [
  {
    name: "within four hops",
    cypher: "MATCH (a {id: $id})-[:SUPPORTS*1..4]->(b) RETURN count(DISTINCT b) AS reached",
    parameters: (sample) => ({ id: sample.subjectOf("SUPPORTS") }),
    isOrdered: true,
    sql: `WITH RECURSIVE reached(node, hops) USING KEY (node) AS (
        SELECT object, 1 FROM entity JOIN claim ON subject = entity.number WHERE id = $id AND type = 'SUPPORTS'
        UNION SELECT object, hops + 1 FROM reached JOIN claim ON subject = node
        WHERE type = 'SUPPORTS' AND hops < 4 AND object NOT IN (SELECT node FROM recurring.reached))
      SELECT count(*) FROM reached`,
    sparql: `SELECT (COUNT(DISTINCT ?b) AS ?reached) WHERE {
      ent:$id t:SUPPORTS/(t:SUPPORTS/(t:SUPPORTS/t:SUPPORTS?)?)? ?b }`,
    ladybug: `MATCH (a:Entity {id: $id})-[:SUPPORTS*1..4]->(b:Entity) RETURN count(DISTINCT b.id) AS reached`,
  },
  {
    name: "shortest path",
    cypher: "MATCH p = shortestPath((a {id: $from})-[*]-(b {id: $to})) RETURN length(p) AS hops",
    parameters: (sample) => {
      const from = sample.anyId();
      let to = sample.anyId();
      while (to === from) to = sample.anyId();
      return { from, to };
    },
    isOrdered: true,
    sql: `WITH RECURSIVE reached(node, hops) USING KEY (node) AS (
        SELECT number, 0 FROM entity WHERE id = $from
        UNION SELECT far, hops + 1 FROM reached JOIN link ON near = node
        WHERE far NOT IN (SELECT node FROM recurring.reached)
          AND NOT EXISTS (SELECT 1 FROM recurring.reached JOIN entity ON number = node WHERE id = $to))
      SELECT hops FROM reached JOIN entity ON number = node WHERE id = $to`,
    sparql: { cannot: "SPARQL has no shortest path" },
    ladybug: `MATCH p = (a:Entity {id: $from})-[* SHORTEST 1..30]-(b:Entity {id: $to}) RETURN length(p) AS hops`,
  },
  {
    // Ladybug accepts no parameter inside a path, so 0.6, the constant value of $least, is written out.
    name: "paths with a filter",
    cypher: `MATCH (a {id: $id})-[rs:CRITICIZES*1..3]->(b) WHERE all(r IN rs WHERE r.confidence >= $least)
RETURN count(*) AS paths`,
    parameters: (sample) => ({ id: sample.subjectOf("CRITICIZES"), least: 0.6 }),
    isOrdered: true,
    sql: `WITH step AS MATERIALIZED (
        SELECT number, subject, object FROM claim WHERE type = 'CRITICIZES' AND confidence >= $least),
      one AS MATERIALIZED (
        SELECT step.number, object FROM entity JOIN step ON subject = entity.number WHERE id = $id),
      two AS MATERIALIZED (SELECT one.number, step.object FROM one JOIN step ON step.subject = one.object)
      SELECT (SELECT count(*) FROM one) + (SELECT count(*) FROM two)
        + (SELECT count(*) FROM two JOIN step ON step.subject = two.object AND step.number <> two.number)`,
    sparql: `SELECT (COUNT(*) AS ?paths) WHERE {
      { ent:$id out:CRITICIZES ?r1 . ?r1 p:confidence ?c1 FILTER (?c1 >= $least) }
      UNION { ent:$id out:CRITICIZES ?r1 . ?r1 p:confidence ?c1 FILTER (?c1 >= $least)
        ?r1 in:CRITICIZES/out:CRITICIZES ?r2 . ?r2 p:confidence ?c2 FILTER (?c2 >= $least) }
      UNION { ent:$id out:CRITICIZES ?r1 . ?r1 p:confidence ?c1 FILTER (?c1 >= $least)
        ?r1 in:CRITICIZES/out:CRITICIZES ?r2 . ?r2 p:confidence ?c2 FILTER (?c2 >= $least)
        ?r2 in:CRITICIZES/out:CRITICIZES ?r3 . ?r3 p:confidence ?c3 FILTER (?c3 >= $least && ?r3 != ?r1) } }`,
    ladybug: `MATCH (a:Entity {id: $id})-[rs:CRITICIZES* TRAIL 1..3 (r, n | WHERE r.confidence >= 0.6)]->(b:Entity)
RETURN count(*) AS paths`,
  },
];
