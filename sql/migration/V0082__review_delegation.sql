-- An absent officer's work is done by a colleague for some days. Both days count; ended early where ended_at is set.
CREATE TABLE review_delegation (
    id          BIGINT      NOT NULL PRIMARY KEY,
    public_id   BINARY(16)  NOT NULL UNIQUE,
    agency_id   BIGINT      NOT NULL,
    absent_id   BIGINT      NOT NULL,
    stand_in_id BIGINT      NOT NULL,
    valid_from  DATE        NOT NULL,
    valid_to    DATE        NOT NULL,
    made_by     BIGINT      NOT NULL,
    made_at     DATETIME(6) NOT NULL,
    ended_by    BIGINT,
    ended_at    DATETIME(6),
    KEY review_delegation_agency (agency_id, valid_to),
    KEY review_delegation_stand_in (stand_in_id, valid_to),
    KEY review_delegation_running (valid_to, valid_from)
);
