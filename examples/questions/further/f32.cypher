// What does the Kremlin do with Victory Day, in the words of the articles themselves?
MATCH ("Government of Russia")-[r]->(x)
WHERE r.claimant IS NULL AND (r.means = 'Victory Day' OR r.event = 'Victory Day' OR r.pretext = 'Victory over Nazi Germany')
RETURN r.article AS article, type(r) AS claim, x.name AS what, coalesce(r.mode, r.pretext, r.means) AS how ORDER BY claim
