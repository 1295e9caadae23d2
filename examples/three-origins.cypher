// What do at least three independent sources say? Two articles of one origin are one source.
CALL claims.corroborated(3) YIELD subject, type, object, articles, origins, claimants
RETURN subject.name, type, object.name, articles, origins, claimants
ORDER BY origins DESC, articles DESC, subject.name, type, object.name
