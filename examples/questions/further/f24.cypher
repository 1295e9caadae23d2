// How is Interfax connected to Xi Jinping?
MATCH p = allShortestPaths(({name: 'Interfax'})-[*]-({name: 'Xi Jinping'}))
RETURN DISTINCT [n IN nodes(p) | n.name] AS path
