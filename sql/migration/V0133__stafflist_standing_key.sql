-- What an agency decided on an organisation's people so far, at each look at one of them: out of the key alone.
ALTER TABLE stafflist_entry
    DROP KEY stafflist_entry_waiting,
    ADD KEY stafflist_entry_waiting (state, organisation_id, agency_id);
