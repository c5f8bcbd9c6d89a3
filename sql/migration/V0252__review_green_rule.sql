-- By which rule an agency lets through what the data makes green while people decide the rest. Only added to: the last one counts.
--   activities      codes between spaces; empty for all
--   most_a_day      how many a day at most
--   sample_percent  of how many a reviewer decides all the same, drawn by chance
--   stopped         from here on none
CREATE TABLE review_green_rule (
    id              BIGINT       NOT NULL PRIMARY KEY,
    public_id       BINARY(16)   NOT NULL UNIQUE,
    agency_id       BIGINT       NOT NULL,
    number          INT          NOT NULL,
    activities      VARCHAR(400) NOT NULL,
    most_a_day      INT          NOT NULL,
    sample_percent  INT          NOT NULL,
    stopped         BOOLEAN      NOT NULL,
    set_by          BIGINT       NOT NULL,
    setter          VARCHAR(120) NOT NULL,
    set_at          DATETIME(6)  NOT NULL,
    UNIQUE KEY review_green_rule_number (agency_id, number)
);

-- How many an agency's rule let through on a day.
CREATE TABLE review_green_day (
    agency_id  BIGINT NOT NULL,
    day        DATE   NOT NULL,
    entries    INT    NOT NULL,
    PRIMARY KEY (agency_id, day)
);
