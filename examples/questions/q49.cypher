// Which articles report the visit in May 2025?
MATCH ("Xi")-[r:VISITS]->(place)
WHERE r.event = 'Xi visit to Russia (May 2025)' AND place.name IN ['Russia', 'Moscow']
RETURN DISTINCT r.article AS article ORDER BY article
