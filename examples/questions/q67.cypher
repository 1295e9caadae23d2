// Who turned down which truce?
MATCH (who)-[:REJECTS]->(truce), ()-[:PROPOSES]->(truce)-[:LASTED]->(time)
RETURN truce.name AS initiative, time.name AS length, collect(DISTINCT who.name) AS rejected_by ORDER BY initiative
