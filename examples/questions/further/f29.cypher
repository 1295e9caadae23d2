// Who rejected a truce, whose was it, and how long was it to hold?
MATCH (loser)-[no:REJECTS]->(truce:Event)<-[offer:PROPOSES]-(other), (truce)-[:LASTED]->(time)
RETURN loser.name AS rejected_by, no.article AS says, truce.name AS truce, other.name AS proposed_by, offer.article AS as_says, time.name AS length
ORDER BY truce, rejected_by, proposed_by
