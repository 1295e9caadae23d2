// How is China connected to the Russian defense industry, and by which goods?
MATCH ("China")-[s:SUPPLIES]->(country)<-[:PART_OF]-(industry "Russian defense industry"), (goods:Thing)-[a:AFFECTS]->(industry)
WHERE toLower(goods.name) = s.commodity AND a.article = s.article
RETURN DISTINCT ['China', goods.name, industry.name, country.name] AS path, s.rank AS rank, a.effect AS effect, s.article AS article ORDER BY article
