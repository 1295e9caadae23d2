// Which articles have documents signed and no joint statement?
MATCH ()-[s:SIGNS]->("Bilateral documents of China and Russia (May 2025)")
WITH DISTINCT s.article AS article
OPTIONAL MATCH (d:Document)-[r]-()
WHERE r.article = article AND toLower(d.name) CONTAINS 'joint statement'
WITH article, count(r) AS statements
WHERE statements = 0
RETURN article ORDER BY article
