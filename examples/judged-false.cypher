// Which claims do the articles report and judge false or inaccurate themselves?
MATCH (a)-[r]->(b)
WHERE r.assessment IN ['false', 'inaccurate']
RETURN a.name, type(r), b.name, r.claimant, r.assessment, r.article
