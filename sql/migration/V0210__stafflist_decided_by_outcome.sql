-- What an agency decided in one way, the latest first.
ALTER TABLE stafflist_entry ADD KEY stafflist_entry_outcome (agency_id, state, decided_at, id);
