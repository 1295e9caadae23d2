// Who spoke on 8 May, as one article has it?
MATCH (a)-[r]->()
WHERE r.article = '001' AND r.said = '2025-05-08'
MATCH (who:Person {name: r.claimant})
RETURN DISTINCT who.name AS who ORDER BY who
