// What are the signed documents about?
MATCH (d:Document)-[r:HAS_TOPIC]->(area), (d)-[signed:NUMBERS]->()
WHERE r.article = '004' AND signed.article = '004' AND signed.act = 'signed'
RETURN area.name AS area
