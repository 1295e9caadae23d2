// Who holds which office?
MATCH (p:Person)-[r:HOLDS_ROLE]->(office)
RETURN DISTINCT p.name, r.role, office.name
ORDER BY p.name, r.role, office.name
