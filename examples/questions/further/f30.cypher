// What is the war called, other than a war: by the articles themselves, and by those whom they quote?
MATCH (article:Article)-[r:NAMES]->("War in Ukraine")
RETURN r.word AS word, 'the article itself' AS speaker, collect(article.id) AS articles ORDER BY word
UNION
MATCH ("War in Ukraine")-[r:DESCRIBED_AS]->(label)
RETURN label.name AS word, r.claimant AS speaker, collect(r.article) AS articles ORDER BY word
