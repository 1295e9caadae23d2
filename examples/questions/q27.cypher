// Whose names are on the articles and their pictures?
MATCH (:Article)-[r:AUTHORED_BY]->(who:Person)
RETURN DISTINCT who.name AS who ORDER BY who
