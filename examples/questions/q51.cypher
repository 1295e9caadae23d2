// Which articles report that Zelensky says China arms Russia?
MATCH ("China")-[r:SUPPLIES_WEAPONS_TO]->("Russia") ACCORDING TO "Zelensky"
RETURN DISTINCT r.article AS article ORDER BY article
