-- undone_in: the act, of kind UNDO, by which an act was undone: it keeps what the lines were before, so that they can be put
-- back to that. An act of this kind is undone when what it undid is done again. Null of what was undone before there were such.
ALTER TABLE stafflist_change
    ADD COLUMN undone_in BIGINT,
    ADD KEY stafflist_change_undone (undone_in);
