// Who denies that China arms either side, and in which article?
MATCH ("China")-[r:SUPPLIES_WEAPONS_TO {stance: 'denied'}]->(side)
RETURN r.claimant AS claimant, r.article AS article, collect(side.name) AS sides
