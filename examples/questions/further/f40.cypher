// To which past event does each celebration go back, step by step?
MATCH p = (feast:Event)-[:COMMEMORATES*]->(past)-[:DATED]->(date)
WHERE NOT (:Event)-[:COMMEMORATES]->(feast) AND NOT (past)-[:COMMEMORATES]->()
RETURN DISTINCT [n IN nodes(p) | n.name] AS steps ORDER BY steps
