-- Whom an entry is closed to stays shut out when it is looked at again, however often that is; ids between commas.
--   closed_to_accounts   neither judge nor agree to a proposal: they decided it, or mended it for the person
--   closed_to_approvers  agreed to a proposal before, and do not judge it
ALTER TABLE stafflist_entry
    ADD COLUMN closed_to_accounts  VARCHAR(4000) CHARACTER SET ascii,
    ADD COLUMN closed_to_approvers VARCHAR(4000) CHARACTER SET ascii;

-- The second officer who mended for a person stood in the place of an approver.
UPDATE stafflist_entry e
    LEFT JOIN stafflist_individual i ON i.entry_id = e.id
SET e.closed_to_accounts  = NULLIF(CONCAT_WS(',', e.closed_to, IF(e.reopened OR i.entry_id IS NULL, NULL, e.closed_to_also)), ''),
    e.closed_to_approvers = IF(e.reopened OR i.entry_id IS NULL, e.closed_to_also, NULL)
WHERE e.closed_to IS NOT NULL OR e.closed_to_also IS NOT NULL;

ALTER TABLE stafflist_entry
    DROP COLUMN closed_to,
    DROP COLUMN closed_to_also;
