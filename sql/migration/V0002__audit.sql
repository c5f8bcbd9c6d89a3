-- Append-only: the account that the portal runs under may insert and read here, and nothing else.
CREATE SEQUENCE audit_record_seq START WITH 1 INCREMENT BY 50;

CREATE TABLE audit_record (
    id            BIGINT       NOT NULL PRIMARY KEY,
    recorded_at   DATETIME(6)  NOT NULL,
    actor_id      BIGINT       NOT NULL,
    action        VARCHAR(64)  NOT NULL,
    subject_kind  VARCHAR(32)  NOT NULL,
    subject_id    VARCHAR(64)  NOT NULL,
    details       VARCHAR(2000) NOT NULL,
    KEY audit_record_subject (subject_kind, subject_id, id),
    KEY audit_record_actor (actor_id, id)
);
