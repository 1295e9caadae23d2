// Whose foreign minister sees Turkey and China as mediators?
MATCH ("Turkey")-[t:MEDIATES]->(talks)<-[c:MEDIATES]-("China")
WHERE t.condition = 'American withdrawal' AND c.claimant = t.claimant
MATCH (minister:Person {name: t.claimant})-[:HOLDS_ROLE {role: 'foreign minister'}]->(country:Country)
RETURN DISTINCT country.name AS country
