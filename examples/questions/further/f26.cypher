// In which events does Xi take part, and which articles say so?
MATCH ("Xi")-[r:PARTICIPATES_IN]->(event)
RETURN event.name AS event, collect(DISTINCT r.role) AS roles, collect(DISTINCT r.article) AS articles ORDER BY event
