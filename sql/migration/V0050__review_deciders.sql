-- closed_to_also: the approver of what closed_to proposed. Neither judges the entry when it is looked at again.
ALTER TABLE stafflist_entry ADD COLUMN closed_to_also BIGINT;
