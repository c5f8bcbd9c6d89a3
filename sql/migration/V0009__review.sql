CREATE SEQUENCE review_seq START WITH 1001 INCREMENT BY 1000;

-- Every decision ever made on an entry; none is overwritten.
CREATE TABLE review_decision (
    id           BIGINT        NOT NULL PRIMARY KEY,
    entry_id     BIGINT        NOT NULL,
    agency_id    BIGINT        NOT NULL,
    outcome      VARCHAR(12)   NOT NULL,
    reason_code  VARCHAR(8),
    reason_text  VARCHAR(1000),
    decided_by   BIGINT        NOT NULL,
    decider      VARCHAR(120)  NOT NULL,
    decided_at   DATETIME(6)   NOT NULL,
    KEY review_decision_entry (entry_id, id)
);

-- A decision on all that match a filter, worked off by a job in steps.
CREATE TABLE review_bulk (
    id               BIGINT        NOT NULL PRIMARY KEY,
    public_id        BINARY(16)    NOT NULL UNIQUE,
    agency_id        BIGINT        NOT NULL,
    actor_id         BIGINT        NOT NULL,
    actor_name       VARCHAR(120)  NOT NULL,
    actor_role       VARCHAR(24)   NOT NULL,
    outcome          VARCHAR(12)   NOT NULL,
    reason_code      VARCHAR(8)    NOT NULL,
    reason_text      VARCHAR(1000) NOT NULL,
    name             VARCHAR(120)  NOT NULL,
    organisation_id  BIGINT        NOT NULL,
    list_id          BIGINT        NOT NULL,
    activity         VARCHAR(24)   NOT NULL,
    total            INT           NOT NULL,
    decided          INT           NOT NULL DEFAULT 0,
    up_to_entry      BIGINT        NOT NULL,
    last_entry       BIGINT        NOT NULL DEFAULT 0,
    started_at       DATETIME(6)   NOT NULL,
    finished_at      DATETIME(6),
    KEY review_bulk_agency (agency_id, id)
);

CREATE TABLE review_bulk_left_out (
    bulk_id   BIGINT       NOT NULL,
    entry_id  BIGINT       NOT NULL,
    name      VARCHAR(120) NOT NULL,
    code      VARCHAR(60)  NOT NULL,
    PRIMARY KEY (bulk_id, entry_id),
    CONSTRAINT review_bulk_left_out_of FOREIGN KEY (bulk_id) REFERENCES review_bulk (id)
);
