// Why does the EU condemn Russia?
MATCH ("European Union")-[c:CRITICIZES]->("Russia"), (a)-[r]->(b)
WHERE r.claim IN c.reports
RETURN a.name AS who, type(r) AS does, b.name AS whom, r.stance AS stance, r.claimant AS spokesperson ORDER BY does, who
