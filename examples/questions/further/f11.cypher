// Which visits were only planned when the articles were written?
MATCH (who)-[r:VISITS {modality: 'planned'}]->(place)
RETURN who.name AS who, place.name AS place, collect(DISTINCT r.article) AS articles ORDER BY who, place
