-- With the number of the last link that holds, its hash: from there a check goes on.
ALTER TABLE audit_check ADD COLUMN checked_hash BINARY(32);
