// Which pictures go with the articles, by whom, and what do they show?
MATCH (article:Article)-[r:AUTHORED_BY]->(who)
WHERE r.shows IS NOT NULL
RETURN article.id AS article, who.name AS credit, r.role AS role, r.shows AS shows ORDER BY article, credit
