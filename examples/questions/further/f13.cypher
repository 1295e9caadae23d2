// What did Kyiv hand to Beijing, and what does the evidence charge?
MATCH (giver)-[e:PRESENTS_EVIDENCE_TO]->(taker), ()-[charge]->()
WHERE charge.claim IN e.reports
RETURN giver.name AS giver, taker.name AS taker, e.said AS reported, charge.gist AS charge ORDER BY giver, charge
