// When did Putin return the state visit?
MATCH (visit)-[r:RESPONDS_TO]->(returned), ("Putin")-[v:VISITS]->("China")
WHERE v.event = visit.name AND returned.name = 'Xi visit to Russia (March 2023)'
RETURN DISTINCT v.when AS month
