import type { BenchQuery } from "./bench-query.ts";

export const LOOK_UPS: readonly BenchQuery[] = [
  {
    name: "look up by id",
    cypher: "MATCH (n {id: $id}) RETURN n.name AS name, n.country AS country, n.born AS born",
    parameters: (sample) => ({ id: sample.anyId() }),
    isOrdered: false,
    sql: "SELECT name, country, born FROM entity WHERE id = $id",
    sparql: `SELECT ?name ?country ?born WHERE {
      ent:$id p:name ?name OPTIONAL { ent:$id p:country ?country } OPTIONAL { ent:$id p:born ?born } }`,
  },
  {
    name: "look up by name",
    cypher: "MATCH (n {name: $name}) RETURN n.id AS id, n.country AS country ORDER BY id",
    parameters: (sample) => ({ name: sample.name() }),
    isOrdered: true,
    sql: "SELECT id, country FROM entity WHERE name = $name ORDER BY id",
    sparql: `SELECT ?id ?country WHERE {
      ?n p:name "$name" ; p:id ?id OPTIONAL { ?n p:country ?country } } ORDER BY ?id`,
  },
  {
    name: "timeline of a pair",
    cypher: `MATCH (a {id: $one})-[r]-(b {id: $other})
RETURN r.said AS said, r.article AS article, type(r) AS type, r.stance AS stance, r.confidence AS confidence
ORDER BY said, article, type, stance, confidence`,
    parameters: (sample) => {
      const [one, other] = sample.linkedPair();
      return { one, other };
    },
    isOrdered: true,
    sql: `SELECT said, article.id AS article, type::VARCHAR AS type_name, stance::VARCHAR AS stance_name, confidence
      FROM entity one, entity other, claim JOIN article ON article.number = claim.article
      WHERE one.id = $one AND other.id = $other
        AND (subject = one.number AND object = other.number OR subject = other.number AND object = one.number)
      ORDER BY said, article.id, type_name, stance_name, confidence`,
    sparql: `SELECT ?said ?article ?type ?stance ?confidence WHERE {
      { ?r p:subject ent:$one ; p:object ent:$other } UNION { ?r p:subject ent:$other ; p:object ent:$one }
      ?r p:said ?said ; p:article ?article ; p:type ?type ; p:stance ?stance ; p:confidence ?confidence
      } ORDER BY ?said ?article ?type ?stance ?confidence`,
    ladybug: `MATCH (a:Entity {id: $one})-[r]-(b:Entity {id: $other})
RETURN r.said AS said, r.article AS article, label(r) AS type, r.stance AS stance, r.confidence AS confidence
ORDER BY said, article, type, stance, confidence`,
  },
];
