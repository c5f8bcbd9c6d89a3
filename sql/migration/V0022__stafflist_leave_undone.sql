-- A prepared leave that is put back keeps its day; without it, it would count from the day it is sent.
ALTER TABLE stafflist_row_before ADD COLUMN leave_on DATE;

-- The sheet that was read is told among the notes.
ALTER TABLE stafflist_upload DROP COLUMN sheet;
