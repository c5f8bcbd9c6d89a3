-- What was noted of a file names all columns that were left out, missing or named otherwise, not the first ten.
ALTER TABLE stafflist_upload MODIFY COLUMN notes MEDIUMTEXT;
