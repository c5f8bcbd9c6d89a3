-- The agency that applicants are told of where the one that has the entry is not named to them; null where it is.
ALTER TABLE stafflist_entry ADD COLUMN told_agency_id BIGINT;

UPDATE stafflist_entry e
    JOIN registry_agency a ON a.id = e.agency_id AND a.kind IN ('CONG_AN', 'LLVT')
    JOIN (SELECT entry_id, MIN(id) AS id FROM review_decision WHERE step = 'FORWARDED' GROUP BY entry_id) first
        ON first.entry_id = e.id
    JOIN review_decision d ON d.id = first.id
SET e.told_agency_id = d.agency_id
WHERE e.forwards > 0;
