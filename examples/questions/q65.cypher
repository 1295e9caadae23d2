// Which articles never name Zelensky?
MATCH (article:Article), (z:Person {name: 'Volodymyr Zelensky'})
OPTIONAL MATCH (z)-[r]-() WHERE r.article = article.id
WITH article, z, count(r) AS about
OPTIONAL MATCH ()-[said {claimant: z.name}]->() WHERE said.article = article.id
WITH article, about, count(said) AS said
WHERE about + said = 0
RETURN article.id AS article ORDER BY article
