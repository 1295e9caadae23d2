// Who could mediate in the war, and who says so?
MATCH (who)-[r:MEDIATES]->()
RETURN DISTINCT who.name AS mediator, r.modality AS modality, r.claimant AS claimant, r.condition AS condition
ORDER BY mediator, claimant
