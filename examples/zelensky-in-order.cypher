// What happened to Zelensky, in order of time?
CALL claims.timeline("Zelensky") YIELD time, claim
RETURN time, claim.article AS article, claim.gist AS gist
