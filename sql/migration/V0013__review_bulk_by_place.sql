-- A bulk walks the queue in its own order, from place to place: what is mended and comes back later lies behind its end.
ALTER TABLE review_bulk
    ADD COLUMN up_to_submitted_at DATETIME(6) NOT NULL DEFAULT '1970-01-01' AFTER total,
    ADD COLUMN last_submitted_at DATETIME(6) AFTER up_to_entry;

UPDATE review_bulk SET up_to_submitted_at = started_at;

ALTER TABLE review_bulk ALTER COLUMN up_to_submitted_at DROP DEFAULT;
