-- What an agency approved of its own people in a month is looked at again by another, by a sample. All that could have been drawn
-- is kept in its order: the entries' numbers by the SHA-256 of seed, colon and number; the first sample_size of them are drawn.
CREATE TABLE review_recheck_rule (
    id          TINYINT NOT NULL PRIMARY KEY,
    sample_size INT     NOT NULL,
    version     INT     NOT NULL DEFAULT 0
);
INSERT INTO review_recheck_rule (id, sample_size) VALUES (1, 10);

CREATE TABLE review_recheck (
    id          BIGINT      NOT NULL PRIMARY KEY,
    public_id   BINARY(16)  NOT NULL UNIQUE,
    agency_id   BIGINT      NOT NULL,
    month       DATE        NOT NULL,
    checker_id  BIGINT      NOT NULL,
    seed        CHAR(32)    NOT NULL,
    sample_size INT         NOT NULL,
    population  INT         NOT NULL,
    drawn_at    DATETIME(6) NOT NULL,
    UNIQUE KEY review_recheck_month (agency_id, month),
    KEY review_recheck_checker (checker_id, month)
);

-- result: CONFIRMED or REOPENED; none while nobody looked.
CREATE TABLE review_recheck_entry (
    recheck_id BIGINT        NOT NULL,
    entry_id   BIGINT        NOT NULL,
    place      INT           NOT NULL,
    drawn      BOOLEAN       NOT NULL,
    result     VARCHAR(12),
    remark     VARCHAR(1000),
    looked_by  BIGINT,
    looked_at  DATETIME(6),
    PRIMARY KEY (recheck_id, entry_id),
    CONSTRAINT review_recheck_entry_of FOREIGN KEY (recheck_id) REFERENCES review_recheck (id)
);
