CREATE SEQUENCE eligibility_mode_seq START WITH 1001 INCREMENT BY 50;

-- How cards are given where and for what: by review, or automatically to whom the data makes green. Only added to. Of a place and an
-- activity the order that began last is in force, of several that begin together the one that was entered last. number counts those of a
-- place and an activity without a gap, so that of two who add at once one is refused.
--   activity  code of the catalogue; empty for all that have none of their own at the place
--   mode      REVIEWED, AUTOMATIC, or INHERITED for that of the place around
--   agreed_by the second person, where the mode needs one
CREATE TABLE eligibility_mode_order (
    id            BIGINT       NOT NULL PRIMARY KEY,
    public_id     BINARY(16)   NOT NULL UNIQUE,
    area_id       BIGINT       NOT NULL,
    activity      VARCHAR(20)  NOT NULL,
    number        INT          NOT NULL,
    mode          VARCHAR(10)  NOT NULL,
    document      VARCHAR(120) NOT NULL,
    document_day  DATE         NOT NULL,
    valid_from    DATETIME(6)  NOT NULL,
    entered_at    DATETIME(6)  NOT NULL,
    entered_by    BIGINT       NOT NULL,
    enterer       VARCHAR(120) NOT NULL,
    agreed_by     BIGINT,
    agreer        VARCHAR(120) NOT NULL DEFAULT '',
    UNIQUE KEY eligibility_mode_order_number (area_id, activity, number),
    CONSTRAINT eligibility_mode_order_four_eyes CHECK (mode = 'REVIEWED' OR agreed_by IS NOT NULL AND agreed_by <> entered_by)
);

-- What one officer proposes and another has to agree to, until one of them closes it.
--   order_id  the order that it became; null where nobody agreed
CREATE TABLE eligibility_mode_proposal (
    id            BIGINT       NOT NULL PRIMARY KEY,
    public_id     BINARY(16)   NOT NULL UNIQUE,
    area_id       BIGINT       NOT NULL,
    activity      VARCHAR(20)  NOT NULL,
    mode          VARCHAR(10)  NOT NULL,
    document      VARCHAR(120) NOT NULL,
    document_day  DATE         NOT NULL,
    valid_from    DATETIME(6)  NOT NULL,
    proposed_at   DATETIME(6)  NOT NULL,
    proposed_by   BIGINT       NOT NULL,
    proposer      VARCHAR(120) NOT NULL,
    closed_at     DATETIME(6),
    closed_by     BIGINT,
    closer        VARCHAR(120) NOT NULL DEFAULT '',
    order_id      BIGINT,
    KEY eligibility_mode_proposal_open (closed_at, id)
);
