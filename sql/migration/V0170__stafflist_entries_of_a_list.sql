-- The entries of a list are gone through by their numbers, some at a time, to tell people of them.
ALTER TABLE stafflist_entry ADD KEY stafflist_entry_in_list (list_id, id);
