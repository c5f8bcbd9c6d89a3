-- When a count became part of the figures. One job does it, later moments after earlier ones: what was known at a moment that has
-- passed stays what it was, however late a count was stored and whatever the clock did. Only ever added to.
CREATE TABLE review_count_closed (
    count_id  BIGINT      NOT NULL PRIMARY KEY,
    closed_at DATETIME(6) NOT NULL,
    KEY review_count_closed_at (closed_at, count_id)
);
INSERT INTO review_count_closed (count_id, closed_at) SELECT id, counted_at FROM review_count;

-- Stored with the count, gone when it is closed.
CREATE TABLE review_count_open (
    count_id BIGINT NOT NULL PRIMARY KEY
);

-- Up to when figures are settled; held by whoever closes counts.
CREATE TABLE review_cutoff (
    id        INT         NOT NULL PRIMARY KEY,
    closed_at DATETIME(6) NOT NULL
);
INSERT INTO review_cutoff (id, closed_at) VALUES (1, UTC_TIMESTAMP(6));
