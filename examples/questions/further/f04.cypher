// Was a ceasefire rejected or in effect, as each article has it?
MATCH (x)-[r]-(truce:Event)
WHERE truce.name CONTAINS 'easefire' OR truce.name CONTAINS 'truce'
RETURN DISTINCT r.article AS article, truce.name AS truce, type(r) AS claim, x.name AS party ORDER BY article, truce, claim, party
