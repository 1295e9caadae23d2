// Which articles never name Victory Day?
MATCH (article:Article)
WHERE NOT EXISTS { MATCH ("Victory Day")-[r]-() WHERE r.article = article.id }
RETURN article.id AS article ORDER BY article
