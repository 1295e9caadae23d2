// Which claims cannot all be true: denied, called false by their article, or of two dates of one event?
CALL claims.contested() YIELD subject, type, object, affirmed, denied, refuted, conflicting
RETURN subject.name, type, object.name, size(affirmed) AS say_so, size(denied) AS deny, size(refuted) AS false_to_article,
       [claim IN conflicting | claim.claim] AS name_another
ORDER BY subject.name, type, object.name
