// How is Sikorski connected to Putin through a country?
MATCH (country:Country)-[r:AFFECTS]->("Putin") ACCORDING TO "Sikorski"
RETURN [r.claimant, country.name, 'Vladimir Putin'] AS path, r.effect AS leverage
