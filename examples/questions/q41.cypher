// Who says that China arms Russia?
MATCH ("China")-[r:SUPPLIES_WEAPONS_TO]->("Russia")
WHERE r.stance <> 'denied'
MATCH (who:Person {name: r.claimant})
RETURN DISTINCT who.name AS who
