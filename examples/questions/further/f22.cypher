// What do India and Pakistan have to do with it?
MATCH ("India")-[r]-("Pakistan")
RETURN type(r) AS claim, r.form AS form, r.modality AS modality, r.article AS article ORDER BY form
