// Which statements are in three or more articles?
MATCH (a)-[r]->(b)
WITH a, type(r) AS claim, b, collect(DISTINCT r.article) AS articles
WHERE size(articles) >= 3 AND NOT b:Value
RETURN a.name, claim, b.name, articles
ORDER BY size(articles) DESC, a.name, claim, b.name
