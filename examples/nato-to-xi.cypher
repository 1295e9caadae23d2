// How is NATO connected to Xi Jinping?
MATCH path = ("NATO")-[*1..2]-("Xi")
RETURN DISTINCT [n IN nodes(path) | n.name] AS stations, [r IN relationships(path) | type(r)] AS steps
