// Which ranks does the one country hold in the other's trade and supply?
MATCH (a:Country)-[r:TRADES_WITH|SUPPLIES]->(b:Country)
WHERE r.rank IS NOT NULL
RETURN a.name AS who, b.name AS partner, type(r) AS in_what, r.rank AS rank, r.commodity AS commodity, collect(r.article) AS articles
ORDER BY who, in_what, rank
