// By which labels is the tie of China and Russia called, and by whom?
MATCH ("Relations of China and Russia")-[r:DESCRIBED_AS]->(label)
RETURN label.name AS label, collect(coalesce(r.claimant, 'not said')) AS who, r.article AS article ORDER BY label
