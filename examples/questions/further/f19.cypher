// Where and when did Xi and Putin meet, by month?
MATCH ("Xi")-[r:MEETS]-("Putin")
WHERE r.modality = 'actual' AND r.when IS NOT NULL
RETURN r.when AS date, r.place AS place, r.quantity AS times, r.article AS article ORDER BY date
