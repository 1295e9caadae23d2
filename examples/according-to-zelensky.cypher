// What does Zelensky claim, under any spelling of his name?
MATCH (a)-[r]->(b) ACCORDING TO "Zelenskyy"
RETURN a.name, type(r), b.name, r.said, r.article
ORDER BY r.article, type(r), a.name, b.name
