// By which shortest chains of affirmed claims are Xi Jinping and Zelensky connected, past countries and articles?
MATCH way = allShortestPaths(("Xi")-[*..6]-("Zelensky"))
WHERE none(n IN nodes(way) WHERE n:Country OR n:Government OR n:Article)
  AND all(r IN relationships(way) WHERE r.stance = 'affirmed')
RETURN DISTINCT length(way) AS claims, nodes(way)[1].name AS first, nodes(way)[2].name AS second
ORDER BY first
