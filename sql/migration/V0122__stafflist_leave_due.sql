-- From when an approved leave ends the entry that it amends; none once that is done, and with it what the entry was changed to.
-- A list is leafed through in the order of its lines.
ALTER TABLE stafflist_entry
    ADD COLUMN leave_done BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN leave_due  DATE AS (IF(kind = 'LEAVE' AND state = 'APPROVED' AND NOT leave_done, valid_from, NULL)) STORED,
    ADD KEY stafflist_entry_leave_due (leave_due, id),
    ADD KEY stafflist_entry_line (list_id, line_number, id);
