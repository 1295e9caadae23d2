// What are the topics of the Putin-Xi talks, as each article has it?
MATCH ("Putin-Xi talks")-[r:HAS_TOPIC]->(topic)
RETURN r.article AS article, collect(topic.name) AS topics ORDER BY article
