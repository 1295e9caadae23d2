// Which guests of Victory Day do not meet Putin?
MATCH (leader:Person)-[:PARTICIPATES_IN]->(event)
WHERE event.name IN ['Victory Day celebrations (2025)', 'Victory Day parade (2025)']
  AND (leader)-[:HOLDS_ROLE]->(:Country) AND NOT (leader)-[:HOLDS_ROLE]->({name: 'Russia'})
  AND NOT (leader)-[:MEETS]-({name: 'Vladimir Putin'})
RETURN DISTINCT leader.name AS leader ORDER BY leader
