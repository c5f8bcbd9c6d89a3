CREATE SEQUENCE person_seq START WITH 1001 INCREMENT BY 200;

-- The same document is the same person here; the number is kept encrypted, with a keyed hash to find it by.
CREATE TABLE person_person (
    id              BIGINT        NOT NULL PRIMARY KEY,
    public_id       BINARY(16)    NOT NULL UNIQUE,
    document_kind   VARCHAR(16)   NOT NULL,
    document_hash   VARBINARY(32) NOT NULL,
    document_number VARBINARY(96) NOT NULL,
    last_four       VARCHAR(4)    NOT NULL,
    name            VARCHAR(120)  NOT NULL,
    birth           VARCHAR(10)   NOT NULL,
    sex             VARCHAR(8)    NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    version         INT           NOT NULL DEFAULT 0,
    UNIQUE KEY person_person_document (document_hash)
);
