// Which attack is known only from unnamed reports?
MATCH (a)-[r]->(b) ACCORDING TO "Unnamed reports"
WHERE r.article = '004'
RETURN a.name AS who, type(r) AS does, b.name AS whom, r.means AS means, r.despite AS despite
