import type { BenchQuery } from "./bench-query.ts";

export const SCANS: readonly BenchQuery[] = [
  {
    name: "ten latest",
    cypher: `MATCH (s)-[r]->(o) WHERE r.stance = $stance AND r.confidence >= $least
RETURN r.said AS said, r.article AS article, s.id AS subject, type(r) AS type, o.id AS object,
  r.confidence AS confidence
ORDER BY said DESC, article, subject, type, object, confidence LIMIT 10`,
    parameters: (sample) => ({
      stance: sample.random.pick(["denied", "accused", "warned"]),
      least: (700 + sample.random.below(250)) / 1000,
    }),
    isOrdered: true,
    sql: `SELECT said, article.id, s.id, type::VARCHAR AS type_name, o.id, confidence FROM claim
        JOIN article ON article.number = article JOIN entity s ON s.number = subject JOIN entity o ON o.number = object
      WHERE stance = $stance AND confidence >= $least
      ORDER BY said DESC, article.id, s.id, type_name, o.id, confidence LIMIT 10`,
    sparql: `SELECT ?said ?article ?subject ?type ?object ?confidence WHERE {
      ?r p:stance "$stance" ; p:confidence ?confidence FILTER (?confidence >= $least)
      ?r p:said ?said ; p:article ?article ; p:type ?type ; p:subject/p:id ?subject ; p:object/p:id ?object
      } ORDER BY DESC(?said) ?article ?subject ?type ?object ?confidence LIMIT 10`,
    ladybug: `MATCH (s:Entity)-[r]->(o:Entity) WHERE r.stance = $stance AND r.confidence >= $least
RETURN r.said AS said, r.article AS article, s.id AS subject, label(r) AS type, o.id AS object,
  r.confidence AS confidence
ORDER BY said DESC, article, subject, type, object, confidence LIMIT 10`,
  },
  {
    name: "names with a text",
    cypher: "MATCH (n) WHERE n.name CONTAINS $text RETURN n.id AS id, n.name AS name",
    parameters: (sample) => ({ text: sample.familyName() }),
    isOrdered: false,
    sql: "SELECT id, name FROM entity WHERE contains(name, $text)",
    sparql: `SELECT ?id ?name WHERE { ?n p:name ?name FILTER CONTAINS(?name, "$text") ?n p:id ?id }`,
  },
];
