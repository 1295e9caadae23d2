// When was the BRICS summit, as each article has it?
MATCH (summit "BRICS summit")-[r:DATED]->(day), ("Xi")-[:PARTICIPATES_IN {article: r.article}]->(summit)
RETURN r.article AS article, day.name AS dated ORDER BY article
