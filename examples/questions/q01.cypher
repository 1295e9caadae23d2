// When did the Kremlin announce the visit?
// On which date did the Kremlin announce Xi's visit, according to article 000?
MATCH ("Xi")-[r:VISITS]->() ACCORDING TO "Kremlin"
WHERE r.article = '000'
RETURN DISTINCT r.said AS announced
