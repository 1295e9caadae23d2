// Whose victory is it, as each article has it?
MATCH (victor)-[r:WINS]->("World War II")
WHERE r.article IN ['000', '003', '004']
RETURN r.article AS article, victor.name AS victor ORDER BY article
