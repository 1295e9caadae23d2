// Which summit in Kazan was an earlier visit, and which trip in number is this one?
MATCH ("Xi")-[pictured:PARTICIPATES_IN]->(event)-[:LOCATED_IN]->("Kazan"), ("Xi")-[earlier:VISITS]->("Russia")
WHERE pictured.article = '000' AND earlier.article = '002' AND earlier.event = event.name
MATCH ("Xi")-[trip:VISITS {event: 'Xi visit to Russia (May 2025)'}]->("Russia")
WHERE trip.ordinal IS NOT NULL
RETURN DISTINCT event.name AS event, trip.ordinal AS trip_number
