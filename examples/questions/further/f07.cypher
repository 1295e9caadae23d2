// How many statements or documents are signed or issued, as each article has it?
MATCH (who)-[r:SIGNS|ISSUES]->(d:Document)
WHERE r.quantity IS NOT NULL
RETURN DISTINCT r.article AS article, type(r) AS act, d.name AS documents, r.quantity AS quantity, r.modality AS modality
ORDER BY article, act
