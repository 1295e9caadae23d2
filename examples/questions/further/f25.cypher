// What has Zelensky warned of, and whom, and when?
MATCH ("Zelensky")-[w:WARNS]->(whom), (a)-[r]->(b)
WHERE r.claim IN w.reports
RETURN w.article AS article, w.when AS date, whom.name AS whom, r.gist AS warning ORDER BY article, date, warning
