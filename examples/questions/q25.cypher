// Which leaders does one article name?
MATCH (leader:Person)-[r:HOLDS_ROLE]->(:Country)
WHERE r.article = '003' AND r.role IN ['president', 'leader']
RETURN DISTINCT leader.name AS leader ORDER BY leader
