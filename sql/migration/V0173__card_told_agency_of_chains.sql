-- V0157 gave cards the agency that V0136 had told, which V0163 then put right of the entries alone.
UPDATE card_card c JOIN stafflist_entry e ON e.id = c.entry_id SET c.told_agency_id = e.told_agency_id
WHERE c.told_agency_id IS NOT NULL AND e.told_agency_id IS NOT NULL AND c.told_agency_id <> e.told_agency_id;
