-- client_id: given by whoever asks for the act, so that asking again after an answer was lost does not do it twice.
ALTER TABLE stafflist_change
    ADD COLUMN client_id BINARY(16),
    ADD UNIQUE KEY stafflist_change_client (list_id, client_id);
