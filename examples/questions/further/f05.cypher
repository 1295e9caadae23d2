// Which articles call the Ukrainian government Kyiv, and which Kiev?
MATCH (article:Article)-[r:NAMES]->("Government of Ukraine")
RETURN r.word AS word, collect(DISTINCT article.id) AS articles ORDER BY word
