// What does Beijing deny, and which claim does each denial answer?
MATCH (a)-[denial {stance: 'denied', claimant: 'Government of China'}]->(b)
OPTIONAL MATCH ()-[claim]->() WHERE claim.claim IN denial.answers
RETURN denial.gist AS denied, claim.claimant AS claimant, claim.gist AS answered ORDER BY denied
