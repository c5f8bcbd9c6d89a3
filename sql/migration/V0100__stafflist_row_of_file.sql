-- The number of a line's row in the file that it came with last; 0 where it was typed, or came before this was kept. The
-- number of the line in its list is another: the lines of a further file are numbered on.
ALTER TABLE stafflist_row ADD COLUMN file_row INT NOT NULL DEFAULT 0 AFTER line_number;
ALTER TABLE stafflist_staged ADD COLUMN file_row INT NOT NULL DEFAULT 0 AFTER line_number;
ALTER TABLE stafflist_row_before ADD COLUMN file_row INT NOT NULL DEFAULT 0 AFTER line_number;
