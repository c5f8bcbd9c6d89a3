-- origin_key: of a line of which somebody mended name, birth date or document in the list, the keyed hash of what its row
-- in the file said of them. By it the row is known when it comes again as it was. Null for all other lines.
ALTER TABLE stafflist_row ADD COLUMN origin_key VARBINARY(32) AFTER alike_key;

-- kept: keys of cells that stay as they were mended in the list. Lines with such cells (place 0) are shown first.
ALTER TABLE stafflist_staged
    ADD COLUMN kept VARCHAR(1000) NOT NULL DEFAULT '' AFTER columns,
    ADD COLUMN place TINYINT NOT NULL DEFAULT 1 AFTER kept,
    DROP KEY stafflist_staged_of,
    ADD KEY stafflist_staged_of (upload_id, effect, place, line_number, id);
