// Which two people meet in the most articles?
MATCH (a:Person)-[r:MEETS]-(b:Person)
WHERE a.name < b.name
RETURN b.name AS one, a.name AS other, count(DISTINCT r.article) AS articles
ORDER BY articles DESC LIMIT 1
