-- The agency that a card names where it is not the one that decided: an entry that was passed on to police or army stands, for
-- applicants, with the agency that had it before. Null where it is the same.
ALTER TABLE card_card ADD COLUMN told_agency_id BIGINT;

UPDATE card_card c JOIN stafflist_entry e ON e.id = c.entry_id SET c.told_agency_id = e.told_agency_id
WHERE e.told_agency_id IS NOT NULL;
