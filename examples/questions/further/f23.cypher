// Who is responsible for the safety of the guests of Victory Day, and who says so?
MATCH (who)-[r]->(x)
WHERE (x.name STARTS WITH 'Foreign officials' OR x.name STARTS WITH 'Incidents')
  AND type(r) IN ['SUPPORTS', 'AFFECTS', 'RESPONSIBLE_FOR', 'WARNS']
RETURN r.article AS article, who.name AS who, type(r) AS claim, r.stance AS stance, r.claimant AS claimant
ORDER BY article, claim, who, stance
