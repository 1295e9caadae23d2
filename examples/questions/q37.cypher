// Where do the Chinese soldiers parade?
MATCH (soldiers)-[r:PARTICIPATES_IN]->(parade)-[:LOCATED_IN]->(square)-[:LOCATED_IN]->(city:City)
WHERE (soldiers)-[:PART_OF]->({name: 'China'}) AND r.quantity = '>100'
RETURN DISTINCT square.name AS square, city.name AS city
