// In which articles does Moscow stand for the Russian government?
MATCH (article:Article)-[:NAMES {word: 'Moscow'}]->("Government of Russia")
RETURN article.id AS article ORDER BY article
