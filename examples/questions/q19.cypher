// When had the two met before, as one article has it?
MATCH (a:Person)-[r:MEETS|VISITS]->(b)
WHERE r.article = '002' AND r.to < '2025-05-01' AND a.name IN ['Xi Jinping', 'Vladimir Putin']
WITH r.when AS month, CASE type(r) WHEN 'MEETS' THEN 'Putin and Xi meet in ' + r.place
  ELSE a.name + ' visits ' + b.name + coalesce(' (' + r.event + ')', '') END AS what
ORDER BY month, what
RETURN month, collect(what) AS visits_and_meetings ORDER BY month
