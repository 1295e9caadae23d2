// Who struck whom, where, by what, and in answer to what?
MATCH (who)-[r:ATTACKS]->(target)
OPTIONAL MATCH (who)-[:ORGANIZES]->(strike)-[:LOCATED_IN]->(target), (strike)-[:RESPONDS_TO]->(cause)
RETURN who.name AS who, target.name AS target, r.means AS means, r.claimant AS source, r.despite AS despite, cause.name AS in_answer_to ORDER BY who
