// How many independent sources support each supply of goods? Two articles of one origin are one source.
MATCH (a)-[r:SUPPLIES]->(b), (article:Article)
WHERE article.id = r.article
RETURN a.name, b.name, r.commodity, count(DISTINCT r.article) AS articles, count(DISTINCT article.origin) AS sources
ORDER BY articles DESC, a.name, b.name, r.commodity
