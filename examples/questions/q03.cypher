// Who speaks for the Kremlin?
MATCH (spokesman:Person)-[r:HOLDS_ROLE]->("Kremlin")
WHERE r.role = 'spokesman'
RETURN DISTINCT spokesman.name AS spokesman
