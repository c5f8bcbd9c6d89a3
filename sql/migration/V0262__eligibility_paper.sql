CREATE SEQUENCE eligibility_paper_seq START WITH 1 INCREMENT BY 1;

-- How long a paper that a reviewer accepted counts until the source has answered, and by when it is to answer; likewise when somebody
-- reports a fault.
ALTER TABLE eligibility_source
    ADD COLUMN paper_days    INT NOT NULL DEFAULT 7,
    ADD COLUMN answer_hours  INT NOT NULL DEFAULT 72;

-- Papers that reviewers accepted as evidence: each a fact until ends_at, which the source confirms or refuses before.
--   paper_key  keyed hash of the person and what the paper tells; accepted once as long as it was not refused
--   about      what it is about, holds_from when its result was there; day is that of about
--   content    cells as a row of the source would have them, encrypted
--   details    number, issuer, name of the file, encrypted; answer, too
--   state      ACCEPTED, CONFIRMED (there is a record, by import_id) or REFUSED: no fact since answered_at
CREATE TABLE eligibility_paper (
    id           BIGINT        NOT NULL PRIMARY KEY,
    public_id    BINARY(16)    NOT NULL UNIQUE,
    paper_key    BINARY(32)    NOT NULL,
    person_id    BIGINT        NOT NULL,
    source_id    BIGINT        NOT NULL,
    agency_id    BIGINT        NOT NULL,
    kind         VARCHAR(8)    NOT NULL,
    code         VARCHAR(40)   NOT NULL,
    outcome      VARCHAR(13)   NOT NULL,
    about        DATETIME(6)   NOT NULL,
    holds_from   DATETIME(6)   NOT NULL,
    day          DATE          NOT NULL,
    content      BLOB          NOT NULL,
    details      BLOB          NOT NULL,
    document     LONGBLOB      NOT NULL,
    media_type   VARCHAR(100)  NOT NULL,
    accepted_by  BIGINT        NOT NULL,
    acceptor     VARCHAR(120)  NOT NULL,
    accepted_at  DATETIME(6)   NOT NULL,
    ends_at      DATETIME(6)   NOT NULL,
    due_at       DATETIME(6)   NOT NULL,
    state        VARCHAR(9)    NOT NULL,
    answered_by  BIGINT,
    answerer     VARCHAR(120)  NOT NULL DEFAULT '',
    answered_at  DATETIME(6),
    answer       BLOB,
    import_id    BIGINT,
    standing     BINARY(32) AS (IF(state = 'REFUSED', NULL, paper_key)) STORED,
    UNIQUE KEY eligibility_paper_standing (standing),
    KEY eligibility_paper_person (person_id),
    KEY eligibility_paper_desk (source_id, state, id),
    CONSTRAINT eligibility_paper_of FOREIGN KEY (source_id) REFERENCES eligibility_source (id)
);
