// What do articles report and judge false?
MATCH (a)-[r]->(b)
WHERE r.assessment IN ['false', 'inaccurate']
RETURN r.gist AS claim, r.claimant AS claimant, r.article AS article ORDER BY article
