-- Another number whenever lines of the list come, go or stand otherwise: what was counted under the same number still holds.
ALTER TABLE stafflist_list ADD COLUMN lines_stamp BIGINT NOT NULL DEFAULT 0;
