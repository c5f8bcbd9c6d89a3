-- Which organisations wait at an agency is found by going from one to the next; what is near its deadline, by the alarms
-- that went off.
ALTER TABLE stafflist_entry
    DROP KEY stafflist_entry_queue_organisation,
    DROP KEY stafflist_entry_due,
    ADD KEY stafflist_entry_queue_organisation (agency_id, state, stage, organisation_id, submitted_at, id),
    ADD KEY stafflist_entry_due (agency_id, state, stage, alarms, due_at);
