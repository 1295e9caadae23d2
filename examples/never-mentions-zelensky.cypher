// Which articles have no claim of or about Zelensky?
MATCH (article:Article)
OPTIONAL MATCH (z "Zelensky")-[r]-()
WHERE r.article = article.id
WITH article, count(r) AS about
OPTIONAL MATCH ()-[r]->() ACCORDING TO "Zelensky"
WHERE r.article = article.id
WITH article, about, count(r) AS claimed
WHERE about + claimed = 0
RETURN article.id, article.title
