// Which events are dated differently by different articles?
MATCH (event)-[r:DATED]->(date:Value)
WHERE r.point IS NULL
WITH event, collect(DISTINCT date.name) AS dates, collect(DISTINCT r.article) AS articles
WHERE size(dates) > 1
RETURN event.name, dates, articles
ORDER BY event.name
