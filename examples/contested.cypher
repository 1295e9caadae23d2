// Which claims does one side make and another deny?
MATCH (a)-[yes]->(b), (a)-[no]->(b)
WHERE type(yes) = type(no) AND no.stance = 'denied' AND yes.stance <> 'denied'
RETURN a.name, type(yes) AS claim, b.name,
       collect(DISTINCT coalesce(yes.claimant, yes.article)) AS affirmed_by,
       collect(DISTINCT coalesce(no.claimant, no.article)) AS denied_by
