-- How many entries of a bulk the same is said of, so that nobody counts its lines to see how far it is. forgotten: its lines go
-- by and by, and then itself.
CREATE TABLE review_bulk_count (
    bulk_id BIGINT      NOT NULL,
    what    VARCHAR(60) NOT NULL,
    entries INT         NOT NULL,
    PRIMARY KEY (bulk_id, what),
    CONSTRAINT review_bulk_count_of FOREIGN KEY (bulk_id) REFERENCES review_bulk (id) ON DELETE CASCADE
);
INSERT INTO review_bulk_count (bulk_id, what, entries)
SELECT bulk_id, IFNULL(result, foreseen) AS what, COUNT(*) FROM review_bulk_entry GROUP BY bulk_id, what;

ALTER TABLE review_bulk ADD COLUMN forgotten BOOLEAN NOT NULL DEFAULT FALSE;
