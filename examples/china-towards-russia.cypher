// What is claimed of China towards Russia, by whom, and who denies it?
MATCH ("China")-[r]->("Russia")
RETURN r.claimant, type(r), r.stance, r.article
ORDER BY type(r), r.article, r.claimant
