-- What an agency decided, the latest first.
ALTER TABLE stafflist_entry ADD KEY stafflist_entry_decided (agency_id, decided_at, id);
