CREATE SEQUENCE eligibility_fault_seq START WITH 1 INCREMENT BY 1;

-- What people report to be wrong in their health data, for the officers of the source to answer.
--   fault_key  of the person, the kind of source and the kind of fault; open once
--   words      of the person, encrypted; likewise note, the officer's, which only whoever proved more than a code may read
--   outcome    what the person is told; null until it is answered
CREATE TABLE eligibility_fault (
    id           BIGINT        NOT NULL PRIMARY KEY,
    public_id    BINARY(16)    NOT NULL UNIQUE,
    person_id    BIGINT        NOT NULL,
    source_id    BIGINT        NOT NULL,
    kind         VARCHAR(12)   NOT NULL,
    words        BLOB          NOT NULL,
    reported_at  DATETIME(6)   NOT NULL,
    due_at       DATETIME(6)   NOT NULL,
    outcome      VARCHAR(12),
    note         BLOB,
    answered_by  BIGINT,
    answerer     VARCHAR(120)  NOT NULL DEFAULT '',
    answered_at  DATETIME(6),
    standing     VARCHAR(60) AS (IF(outcome IS NULL, CONCAT(person_id, '/', source_id, '/', kind), NULL)) STORED,
    UNIQUE KEY eligibility_fault_standing (standing),
    KEY eligibility_fault_person (person_id, id),
    KEY eligibility_fault_desk (source_id, outcome, id),
    CONSTRAINT eligibility_fault_of FOREIGN KEY (source_id) REFERENCES eligibility_source (id)
);
