-- What was noted of a file names all columns that were left out, missing or named otherwise, not the first ten. A new column
-- beside the old one: to change the old one's type would copy the table with all files.
ALTER TABLE stafflist_upload ADD COLUMN all_notes MEDIUMTEXT;

UPDATE stafflist_upload SET all_notes = notes WHERE notes IS NOT NULL;

ALTER TABLE stafflist_upload DROP COLUMN notes;
ALTER TABLE stafflist_upload RENAME COLUMN all_notes TO notes;
