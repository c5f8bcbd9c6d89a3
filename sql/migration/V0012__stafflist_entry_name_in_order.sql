-- A word leads to its entries in the order of the queue, so that a page of a search is read off the index. Only open
-- entries have words: what is decided is not searched for in a queue.
ALTER TABLE stafflist_entry_name ADD COLUMN submitted_at DATETIME(6) NOT NULL DEFAULT '1970-01-01' AFTER agency_id;

DELETE word FROM stafflist_entry_name word JOIN stafflist_entry entry ON entry.id = word.entry_id
WHERE entry.state NOT IN ('WAITING', 'PENDING');

UPDATE stafflist_entry_name word JOIN stafflist_entry entry ON entry.id = word.entry_id
SET word.submitted_at = entry.submitted_at;

ALTER TABLE stafflist_entry_name
    ALTER COLUMN submitted_at DROP DEFAULT,
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (agency_id, token, submitted_at, entry_id);
