// How many days after Zelensky's statement on Chinese weapons did the ministry tell of the evidence?
MATCH ("Zelensky statement")-[d:DATED]->(day), ()-[e:PRESENTS_EVIDENCE_TO {claimant: 'Ministry of Foreign Affairs of Ukraine'}]->()
WHERE d.article = e.article
RETURN d.article AS article, day.name AS statement, e.said AS evidence, duration.inDays(date(day.name), date(e.said)).days AS days
