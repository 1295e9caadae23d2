// How many days before the announcement had Interfax reported the visit?
MATCH ("Xi")-[told:VISITS]->() ACCORDING TO "Interfax"
MATCH ("Xi")-[announced:VISITS]->() ACCORDING TO "Kremlin"
WHERE told.article = '000' AND announced.article = '000'
RETURN duration.inDays(date(told.said), date(announced.said)).days AS days
