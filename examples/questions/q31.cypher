// Who accuses China of anything?
MATCH (who)-[:ACCUSES]->("China")
RETURN who.name AS accuser
UNION
MATCH (x)-[r {stance: 'accused'}]->()
WHERE x.name = 'China' OR (x)-[:PART_OF]->({name: 'China'})
RETURN r.claimant AS accuser
