CREATE SEQUENCE eligibility_sweep_seq START WITH 1 INCREMENT BY 1;

-- Walks through everybody with an open entry or a current card, who are then assessed anew: each night, and when other criteria are known.
--   night    whose it is; null for one that follows criteria
--   stamp    of the orders of criteria that were known when it began
--   part     what is walked through, by its place in the order of their names
--   after_id the last one of the part that was marked
--   marked   how many altogether
CREATE TABLE eligibility_sweep (
    id        BIGINT      NOT NULL PRIMARY KEY,
    night     DATE,
    stamp     BIGINT      NOT NULL,
    begun_at  DATETIME(6) NOT NULL,
    part      INT         NOT NULL DEFAULT 0,
    after_id  BIGINT      NOT NULL DEFAULT 0,
    marked    BIGINT      NOT NULL DEFAULT 0,
    ended_at  DATETIME(6),
    UNIQUE KEY eligibility_sweep_night (night),
    KEY eligibility_sweep_open (ended_at, id)
);
