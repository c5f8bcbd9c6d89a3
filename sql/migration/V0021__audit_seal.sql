-- Records are sealed after they are written, in the order of sealing: each hash covers the one before it. Both tables are
-- append-only for the account that the portal runs under, as audit_record is.
CREATE TABLE audit_seal (
    seal_number BIGINT     NOT NULL PRIMARY KEY,
    record_id   BIGINT     NOT NULL UNIQUE,
    hash        BINARY(32) NOT NULL
);

CREATE TABLE audit_checkpoint (
    seal_number BIGINT        NOT NULL PRIMARY KEY,
    hash        BINARY(32)    NOT NULL,
    made_at     DATETIME(6)   NOT NULL,
    key_id      VARCHAR(64)   NOT NULL,
    signature   VARBINARY(80) NOT NULL
);

-- What is to be sealed next; written with the record, emptied by the sealing.
CREATE TABLE audit_unsealed (
    record_id BIGINT NOT NULL PRIMARY KEY
);
INSERT INTO audit_unsealed (record_id) SELECT id FROM audit_record;

-- A check of the whole chain that an administrator asked for, and what it found.
CREATE SEQUENCE audit_check_seq START WITH 1 INCREMENT BY 50;
CREATE TABLE audit_check (
    id          BIGINT       NOT NULL PRIMARY KEY,
    public_id   BINARY(16)   NOT NULL UNIQUE,
    asked_by    BIGINT       NOT NULL,
    asked_at    DATETIME(6)  NOT NULL,
    checked     BIGINT       NOT NULL DEFAULT 0,
    total       BIGINT       NOT NULL,
    finished_at DATETIME(6),
    fault       VARCHAR(24),
    seal_number BIGINT,
    record_id   BIGINT
);

ALTER TABLE audit_record ADD KEY audit_record_time (recorded_at, id);

-- Held by whoever appends to the chain.
CREATE TABLE audit_chain_end (
    id INT NOT NULL PRIMARY KEY
);
INSERT INTO audit_chain_end (id) VALUES (1);
