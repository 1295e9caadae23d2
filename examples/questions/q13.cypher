// Which article cites the Kremlin's word for the war?
MATCH ("War in Ukraine")-[r:DESCRIBED_AS]->(label) ACCORDING TO "Kremlin"
WHERE label.name = 'special military operation'
RETURN DISTINCT r.article AS article
