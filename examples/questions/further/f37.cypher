// How much of each article is its own voice, and how much does it only pass on?
MATCH ()-[r]->()
RETURN r.article AS article, count(*) - count(r.claimant) AS own_voice, count(r.claimant) AS passed_on,
  count(DISTINCT r.claimant) AS speakers ORDER BY article
