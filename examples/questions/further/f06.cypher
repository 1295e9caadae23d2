// In which articles does Moscow mean the Russian government?
MATCH (article:Article)-[:NAMES {word: 'Moscow'}]->("Government of Russia")
RETURN article.id AS article ORDER BY article
