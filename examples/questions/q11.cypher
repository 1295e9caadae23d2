// Who is the press secretary that one article leaves unnamed?
MATCH (who:Person)-[r:HOLDS_ROLE]->("Putin")
WHERE r.article = '003' AND r.named = "Putin's press secretary"
RETURN who.name AS who
