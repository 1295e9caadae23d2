// How is Venezuela's leader connected to Zelensky?
MATCH p = (leader:Person)-[:PARTICIPATES_IN]->(event)<-[:PARTICIPATES_IN]-(guests:Group)<-[:WARNS]-("Zelensky"), (leader)-[:HOLDS_ROLE]->("Venezuela")
RETURN DISTINCT [n IN nodes(p) | n.name] AS path
