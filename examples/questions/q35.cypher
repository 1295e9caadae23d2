// In which city did the author of two articles study for his Master's degree?
MATCH (article:Article)-[:AUTHORED_BY {role: 'author'}]->(author)
WHERE article.id IN ['000', '001']
WITH author, count(DISTINCT article) AS articles WHERE articles = 2
MATCH (author)-[s:STUDIED_AT]->(university)-[:LOCATED_IN]->(city:City)
WHERE s.degree = "Master's degree"
RETURN DISTINCT city.name AS city
