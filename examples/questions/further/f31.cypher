// Which documents do the articles speak of, and what are they about?
MATCH (document:Document)-[r:HAS_TOPIC]->(topic)
RETURN r.article AS article, document.name AS document, collect(DISTINCT topic.name) AS topics ORDER BY article, document
