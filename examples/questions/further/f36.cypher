// How many days is Xi to stay, as each article has it?
MATCH ("Xi visit to Russia")-[r:DATED]->(time)
RETURN r.article AS article, r.claimant AS claimant, time.name AS date, r.point AS point,
  CASE WHEN r.point IS NULL THEN duration.inDays(date(r.from), date(r.to)).days + 1 END AS days
ORDER BY article, date
