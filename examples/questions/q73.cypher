// How is China's ambassador to Ukraine connected to Xi?
MATCH ("Xi")-[:HOLDS_ROLE]->(country)<-[r:HOLDS_ROLE]-(ambassador)
WHERE r.role = 'ambassador' AND r.posted_to = 'Ukraine'
RETURN DISTINCT [ambassador.name, country.name, 'Xi Jinping'] AS path
