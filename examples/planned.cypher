// What was still only planned when the articles were written?
MATCH (a:Person)-[r]->(b)
WHERE r.modality = 'planned'
RETURN a.name, type(r), b.name, r.from, r.to, r.article
ORDER BY r.from, a.name, type(r), b.name, r.article
