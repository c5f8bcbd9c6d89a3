-- The devices of posts. A code that an officer reads out signs one in, once; what it then shows with each call is kept as a hash.
CREATE SEQUENCE verification_device_seq START WITH 1 INCREMENT BY 1;
CREATE TABLE verification_device (
    id            BIGINT         NOT NULL PRIMARY KEY,
    public_id     BINARY(16)     NOT NULL UNIQUE,
    agency_id     BIGINT         NOT NULL,
    name          VARCHAR(120)   NOT NULL,
    code_hash     BINARY(32),
    code_until    DATETIME(6),
    secret_hash   BINARY(32),
    made_by       BIGINT         NOT NULL,
    made_at       DATETIME(6)    NOT NULL,
    signed_in_at  DATETIME(6),
    last_seen_at  DATETIME(6),
    shut_out_at   DATETIME(6),
    UNIQUE KEY verification_device_code (code_hash),
    UNIQUE KEY verification_device_secret (secret_hash),
    KEY verification_device_agency (agency_id, id)
);
