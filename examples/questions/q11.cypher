// Who is the press secretary that one article leaves unnamed?
MATCH (article:Article)-[:NAMES {word: "Putin's press secretary"}]->(who:Person)
WHERE article.id = '003'
RETURN who.name AS who
