// Which article writes Zelenskyy?
MATCH (article:Article)-[:NAMES {word: 'Zelenskyy'}]->("Zelensky")
RETURN article.id AS article
