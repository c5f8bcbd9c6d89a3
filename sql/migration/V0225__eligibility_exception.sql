CREATE SEQUENCE eligibility_exception_seq START WITH 1001 INCREMENT BY 50;

-- Kinds of exceptions as dated data: a version holds for what is entered from its first day to its last. The code is one of those
-- that criteria sets can name; a kind of another code counts nowhere.
--   evidence  what is asked for
--   at_post   what somebody at a checkpoint or door does with one
--   most_days it holds at most; null for no bound
--   medical   only the person and the health office may know that somebody has one
CREATE TABLE eligibility_exception_kind (
    code         VARCHAR(40)  NOT NULL,
    valid_from   DATE         NOT NULL,
    valid_to     DATE,
    name_vi      VARCHAR(200) NOT NULL,
    name_en      VARCHAR(200) NOT NULL,
    evidence_vi  VARCHAR(500) NOT NULL,
    evidence_en  VARCHAR(500) NOT NULL,
    at_post_vi   VARCHAR(500) NOT NULL,
    at_post_en   VARCHAR(500) NOT NULL,
    most_days    INT,
    medical      BOOLEAN      NOT NULL,
    PRIMARY KEY (code, valid_from)
);

-- Exceptions of people as they were entered, never changed; what was done with each is in its steps, of which state and ends_at
-- repeat the newest for lists.
--   details      reason, number and issuer of a paper, name of the file: encrypted
--   document     the file, encrypted; null without one
--   holds_until  the first moment at which it no longer holds, 9999-12-31 for none
--   ends_at      the same, or earlier where it was ended
--   state        PROPOSED, APPROVED, REFUSED, WITHDRAWN by whoever entered it, ENDED early
CREATE TABLE eligibility_exception (
    id           BIGINT        NOT NULL PRIMARY KEY,
    public_id    BINARY(16)    NOT NULL UNIQUE,
    person_id    BIGINT        NOT NULL,
    kind         VARCHAR(40)   NOT NULL,
    details      BLOB          NOT NULL,
    document     LONGBLOB,
    media_type   VARCHAR(100)  NOT NULL,
    holds_from   DATETIME(6)   NOT NULL,
    holds_until  DATETIME(6)   NOT NULL,
    ends_at      DATETIME(6)   NOT NULL,
    state        VARCHAR(10)   NOT NULL,
    entered_by   BIGINT        NOT NULL,
    enterer      VARCHAR(120)  NOT NULL,
    entered_at   DATETIME(6)   NOT NULL,
    KEY eligibility_exception_person (person_id),
    KEY eligibility_exception_state (state, id),
    KEY eligibility_exception_kind (kind, id),
    KEY eligibility_exception_kind_state (kind, state, id),
    KEY eligibility_exception_end (state, ends_at, id),
    KEY eligibility_exception_kind_end (kind, state, ends_at, id)
);

-- Words of the names of people who have one, as they are searched.
CREATE TABLE eligibility_exception_word (
    token         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    exception_id  BIGINT      NOT NULL,
    PRIMARY KEY (token, exception_id)
);

-- What was done with an exception, by whom and why; only added to. number counts the steps of one without a gap, so that of two
-- who do something at once one is refused. Of an approval and of an end, id is what explanations know the fact by.
--   ends_at  of an early end: the first moment at which it no longer holds
--   why      encrypted
CREATE TABLE eligibility_exception_step (
    id            BIGINT       NOT NULL PRIMARY KEY,
    exception_id  BIGINT       NOT NULL,
    number        INT          NOT NULL,
    step          VARCHAR(10)  NOT NULL,
    ends_at       DATETIME(6),
    why           BLOB         NOT NULL,
    done_by       BIGINT       NOT NULL,
    doer          VARCHAR(120) NOT NULL,
    done_at       DATETIME(6)  NOT NULL,
    UNIQUE KEY eligibility_exception_step_number (exception_id, number),
    CONSTRAINT eligibility_exception_step_of FOREIGN KEY (exception_id) REFERENCES eligibility_exception (id)
);
