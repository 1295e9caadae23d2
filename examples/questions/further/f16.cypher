// Which passages do two articles share to the letter?
MATCH ()-[r]->()
WITH r.sha256 AS hash, r.end - r.start AS length, collect(DISTINCT r.article) AS articles
WHERE size(articles) > 1 AND length > 50
RETURN articles, count(*) AS passages
