-- The page of the trail is searched by the id of a subject without its kind, and by an action, the newest first.
ALTER TABLE audit_record
    ADD KEY audit_record_subject_id (subject_id, id),
    ADD KEY audit_record_action (action, id);
