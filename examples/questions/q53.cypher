// How many articles have Russia under sanctions?
MATCH ()-[r:SANCTIONS]->("Russia")
RETURN count(DISTINCT r.article) AS articles
