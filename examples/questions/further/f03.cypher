// When, or for how long, was each ceasefire to hold, and who proposed it, as each article has it?
MATCH (who)-[p:PROPOSES]->(truce)-[t:DATED|LASTED]->(time)
WHERE t.article = p.article
RETURN truce.name AS truce, p.article AS article, who.name AS proposed_by, time.name AS time ORDER BY truce, article
