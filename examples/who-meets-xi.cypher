// Which people does Xi Jinping meet, and how many articles say so?
("Xi")-[r:MEETS]-(p:Person)
RETURN p.name, count(DISTINCT r.article) AS articles
