-- V0136 told applicants of the first agency that ever passed their entry on. It is the last one before police or army that
-- they were told of: of several passes, that of the latest named agency.
UPDATE stafflist_entry e
    JOIN registry_agency a ON a.id = e.agency_id AND a.kind IN ('CONG_AN', 'LLVT')
    JOIN (SELECT d.entry_id, MAX(d.id) AS id
          FROM review_decision d JOIN registry_agency by_whom ON by_whom.id = d.agency_id
          WHERE d.step = 'FORWARDED' AND by_whom.kind NOT IN ('CONG_AN', 'LLVT')
          GROUP BY d.entry_id) last ON last.entry_id = e.id
    JOIN review_decision d ON d.id = last.id
SET e.told_agency_id = d.agency_id
WHERE e.forwards > 0 AND e.told_agency_id IS NOT NULL;
