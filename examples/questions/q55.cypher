// How many independent sources support the supply of dual-use goods?
MATCH ("China")-[r:SUPPLIES {commodity: 'dual-use goods', rank: 1}]->("Russia")
MATCH (article:Article {id: r.article})
RETURN count(DISTINCT article) AS articles, count(DISTINCT article.origin) AS independent_sources
