// How is the president of Brazil connected to Putin, by what article 003 says?
MATCH (lula)-[office:HOLDS_ROLE]->("Brazil")
MATCH p = allShortestPaths((lula)-[*..4]-({name: 'Vladimir Putin'}))
WHERE all(r IN relationships(p) WHERE r.article = '003')
RETURN DISTINCT [n IN nodes(p) | n.name] AS stations, [r IN relationships(p) | type(r)] AS steps
