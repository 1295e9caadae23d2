// What does each holiday commemorate, who keeps it, and when?
MATCH (who:Place)-[:COMMEMORATES]->(day)-[:COMMEMORATES]->(past), (day)-[d:DATED]->(date)
RETURN who.name AS kept_by, day.name AS holiday, date.name AS date, past.name AS commemorates ORDER BY holiday
