-- Who asks, for what reason and by which document, who was where somebody was, and at the same time; a second officer approves. The answer
-- is found among the scans whenever it is looked at, and ends with them; then the person is forgotten here too.
CREATE SEQUENCE verification_tracing_seq START WITH 1 INCREMENT BY 1;
CREATE TABLE verification_tracing (
    id           BIGINT        NOT NULL PRIMARY KEY,
    public_id    BINARY(16)    NOT NULL UNIQUE,
    agency_id    BIGINT        NOT NULL,
    person_id    BIGINT,
    from_at      DATETIME(6)   NOT NULL,
    to_at        DATETIME(6)   NOT NULL,
    reason       VARCHAR(300)  NOT NULL,
    document     VARCHAR(120)  NOT NULL,
    state        VARCHAR(12)   NOT NULL,
    asked_by     BIGINT        NOT NULL,
    asker        VARCHAR(120)  NOT NULL,
    asked_at     DATETIME(6)   NOT NULL,
    judged_by    BIGINT,
    judge        VARCHAR(120),
    judged_at    DATETIME(6),
    word         VARCHAR(300),
    version      INT           NOT NULL DEFAULT 0,
    KEY verification_tracing_agency (agency_id, id),
    KEY verification_tracing_to (to_at)
);
