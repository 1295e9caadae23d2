// How is NATO connected to Xi?
MATCH p = ("NATO")-[*1..2]-("Xi")
WHERE all(r IN relationships(p) WHERE r.article = '000')
RETURN DISTINCT [n IN nodes(p) | n.name] AS path
