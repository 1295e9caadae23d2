// What is told of Zelensky, in the order in which it happened?
CALL claims.timeline("Zelensky") YIELD time, claim
RETURN time, claim.article AS article, claim.gist AS gist
