// Which numbers of people or countries do the articles give?
MATCH (group:Group)-[r:NUMBERS]->(number)
RETURN group.name AS who, number.name AS number, r.claimant AS claimant, r.article AS article ORDER BY who
