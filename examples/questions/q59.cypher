// Who affirms and who denies that China arms Russia?
MATCH ("China")-[r:SUPPLIES_WEAPONS_TO]->("Russia")
RETURN CASE r.stance WHEN 'denied' THEN 'denies' ELSE 'affirms' END AS side, collect(DISTINCT r.claimant) AS who
ORDER BY side
