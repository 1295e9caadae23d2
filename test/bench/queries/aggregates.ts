import type { BenchQuery } from "./bench-query.ts";

export const AGGREGATES: readonly BenchQuery[] = [
  {
    name: "top articles",
    cypher: `MATCH ()-[r:ACCUSES]->() WHERE r.said >= $from AND r.said < $to
RETURN r.article AS article, count(*) AS claims ORDER BY claims DESC, article LIMIT 20`,
    parameters: (sample) => {
      const [from, to] = sample.span(90);
      return { from, to };
    },
    isOrdered: true,
    sql: `SELECT article.id, count(*) AS claims FROM claim JOIN article ON article.number = article
      WHERE type = 'ACCUSES' AND said >= $from AND said < $to
      GROUP BY article.id ORDER BY claims DESC, article.id LIMIT 20`,
    sparql: `SELECT ?article (COUNT(*) AS ?claims) WHERE {
      ?r p:type "ACCUSES" ; p:said ?said FILTER (?said >= "$from" && ?said < "$to") ?r p:article ?article
      } GROUP BY ?article ORDER BY DESC(?claims) ?article LIMIT 20`,
    ladybug: `MATCH (:Entity)-[r:ACCUSES]->(:Entity) WHERE r.said >= $from AND r.said < $to
RETURN r.article AS article, count(*) AS claims ORDER BY claims DESC, article LIMIT 20`,
  },
  {
    name: "corroborated",
    cypher: `MATCH (s)-[r]->(o)
WITH s, type(r) AS type, o, count(DISTINCT r.article) AS articles WHERE articles >= 3
RETURN s.id AS subject, type, o.id AS object, articles
ORDER BY articles DESC, subject, type, object LIMIT 20`,
    isOrdered: true,
    sql: `SELECT s.id, type::VARCHAR AS type_name, o.id, articles FROM (
        SELECT subject, type, object, count(DISTINCT article) AS articles FROM claim
        SEMI JOIN (SELECT subject, type, object FROM claim GROUP BY ALL HAVING count(*) >= 3)
          USING (subject, type, object)
        GROUP BY subject, type, object HAVING articles >= 3)
      JOIN entity s ON s.number = subject JOIN entity o ON o.number = object
      ORDER BY articles DESC, s.id, type_name, o.id LIMIT 20`,
    sparql: `SELECT ?subject ?type ?object ?articles WHERE {
      { SELECT ?s ?type ?o (COUNT(DISTINCT ?article) AS ?articles) WHERE {
        ?r p:subject ?s ; p:type ?type ; p:object ?o ; p:article ?article }
        GROUP BY ?s ?type ?o HAVING (COUNT(DISTINCT ?article) >= 3) }
      ?s p:id ?subject . ?o p:id ?object } ORDER BY DESC(?articles) ?subject ?type ?object LIMIT 20`,
    ladybug: `MATCH (s:Entity)-[r]->(o:Entity)
WITH s.id AS subject, label(r) AS type, o.id AS object, count(DISTINCT r.article) AS articles
WHERE articles >= 3
RETURN subject, type, object, articles ORDER BY articles DESC, subject, type, object LIMIT 20`,
  },
  {
    name: "contested",
    cypher: `MATCH (s)-[yes {stance: 'affirmed'}]->(o), (s)-[no {stance: 'denied'}]->(o)
WHERE type(yes) = type(no)
RETURN s.id AS subject, type(no) AS type, o.id AS object, count(*) AS disputes
ORDER BY disputes DESC, subject, type, object LIMIT 20`,
    isOrdered: true,
    sql: `SELECT s.id, type::VARCHAR AS type_name, o.id, disputes FROM (
        SELECT subject, type, object, count(*) AS disputes FROM claim yes JOIN claim no USING (subject, type, object)
        WHERE yes.stance = 'affirmed' AND no.stance = 'denied' GROUP BY subject, type, object)
      JOIN entity s ON s.number = subject JOIN entity o ON o.number = object
      ORDER BY disputes DESC, s.id, type_name, o.id LIMIT 20`,
    sparql: `SELECT ?subject ?type ?object ?disputes WHERE {
      { SELECT ?s ?type ?o (COUNT(*) AS ?disputes) WHERE {
        ?no p:stance "denied" ; p:subject ?s ; p:type ?type ; p:object ?o .
        ?yes p:subject ?s ; p:object ?o ; p:type ?type ; p:stance "affirmed" } GROUP BY ?s ?type ?o }
      ?s p:id ?subject . ?o p:id ?object } ORDER BY DESC(?disputes) ?subject ?type ?object LIMIT 20`,
    ladybug: `MATCH (s:Entity)-[yes]->(o:Entity), (s)-[no]->(o)
WHERE yes.stance = 'affirmed' AND no.stance = 'denied' AND label(yes) = label(no)
RETURN s.id AS subject, label(no) AS type, o.id AS object, count(*) AS disputes
ORDER BY disputes DESC, subject, type, object LIMIT 20`,
  },
  {
    name: "top claimants",
    cypher: `MATCH ()-[r]->() WHERE r.stance = $stance AND r.claimant IS NOT NULL
RETURN r.claimant AS claimant, count(*) AS claims ORDER BY claims DESC, claimant LIMIT 10`,
    parameters: (sample) => ({ stance: sample.random.pick(["denied", "accused", "warned"]) }),
    isOrdered: true,
    sql: `SELECT id, claims FROM (
        SELECT claimant, count(*) AS claims FROM claim WHERE stance = $stance AND claimant IS NOT NULL
        GROUP BY claimant) JOIN entity ON number = claimant ORDER BY claims DESC, id LIMIT 10`,
    sparql: `SELECT ?claimant ?claims WHERE {
      { SELECT ?c (COUNT(*) AS ?claims) WHERE { ?r p:stance "$stance" ; p:claimant ?c } GROUP BY ?c }
      ?c p:id ?claimant } ORDER BY DESC(?claims) ?claimant LIMIT 10`,
    ladybug: `MATCH (:Entity)-[r]->(:Entity) WHERE r.stance = $stance AND r.claimant IS NOT NULL
RETURN r.claimant AS claimant, count(*) AS claims ORDER BY claims DESC, claimant LIMIT 10`,
  },
];
