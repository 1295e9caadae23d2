// Which articles never name NATO?
MATCH (article:Article)
WHERE NOT EXISTS { MATCH ("NATO")-[r]-() WHERE r.article = article.id }
  AND NOT EXISTS { MATCH (n)-[r]->() WHERE n.name STARTS WITH 'NATO' AND r.article = article.id }
RETURN article.id AS article ORDER BY article
