// What do people and states promise or offer to do?
MATCH (who)-[r {stance: 'pledged'}]->(what)
RETURN r.article AS article, r.claimant AS who, type(r) AS act, what.name AS what, coalesce(r.aim, r.change, r.form) AS how, r.modality AS modality
ORDER BY article, who, act, what
