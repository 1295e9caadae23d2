// Which article writes Zelenskyy?
MATCH ("Zelensky")-[r:HOLDS_ROLE]->()
WHERE r.named ENDS WITH 'Zelenskyy'
RETURN DISTINCT r.article AS article
