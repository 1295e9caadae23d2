// What is passed on without anybody who is named for it?
MATCH (a)-[r {stance: 'reported'}]->(b)
RETURN r.article AS article, a.name AS who, type(r) AS claim, b.name AS what, r.claimant AS source ORDER BY article, who, claim, what
