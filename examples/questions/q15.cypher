// In which articles is the Kremlin a building?
MATCH (building:Place {name: 'Moscow Kremlin'})-[r]-()
RETURN DISTINCT r.article AS article ORDER BY article
