// How many documents were signed at the talks?
MATCH ("Bilateral documents of China and Russia (May 2025)")-[r:NUMBERS]->(n:Value)
WHERE r.article = '004' AND r.act = 'signed'
RETURN n.comparison + toString(n.value) AS documents
