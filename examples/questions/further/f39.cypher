// What brought the war about, who says so, and what does the article think of it?
MATCH (cause:Concept)-[r:AFFECTS]->(x)
WHERE r.effect IN ['incited', 'drove to war']
OPTIONAL MATCH (party)-[made:ORGANIZES]->(cause) WHERE made.claimant = r.claimant
RETURN r.article AS article, r.claimant AS claimant, party.name AS blamed, cause.name AS cause, r.effect AS effect, x.name AS on_whom, r.assessment AS verdict
ORDER BY article, claimant
