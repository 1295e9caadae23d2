// On what condition would the United States leave the negotiations, who said so, to whom and when?
MATCH ("United States")-[r:REJECTS]->(talks)
RETURN talks.name AS left, r.condition AS condition, r.claimant AS claimant, r.via AS told, r.said AS said
