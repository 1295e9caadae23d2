// Who speaks through whom?
MATCH ()-[r]->()
WHERE r.via IS NOT NULL
RETURN DISTINCT r.article AS article, r.claimant AS claimant, r.via AS via ORDER BY article, claimant
