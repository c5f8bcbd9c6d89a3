-- While the rows of a file are staged in one long transaction, the page tells how far it has come: the progress is written
-- on the upload, which the foreign key would hold. Uploads are never deleted.
ALTER TABLE stafflist_staged
    DROP FOREIGN KEY stafflist_staged_upload,
    ADD COLUMN ref BINARY(16) AFTER line_number,
    ADD KEY stafflist_staged_row (upload_id, row_id),
    ADD KEY stafflist_staged_alike (upload_id, alike_key);

-- based_on: the last change of the draft that the preview was made against.
ALTER TABLE stafflist_upload
    ADD COLUMN based_on BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN rows_superseded INT NOT NULL DEFAULT 0;
