CREATE SEQUENCE citizen_proof_seq START WITH 1 INCREMENT BY 1;

-- Somebody says who they are and wants to prove it by a code to the phone in their health record. There is a row whether or not
-- there is such a person: who asks cannot tell.
--   asked         number of the document and date of birth, encrypted
--   looked_up_at  when the person was looked for, in the background; null until then
--   code_hash     keyed hash of the code that was sent; null where none was
--   tries         codes that were typed for it
--   used_at       the code is good once
CREATE TABLE citizen_proof (
    id            BIGINT         NOT NULL PRIMARY KEY,
    public_id     BINARY(16)     NOT NULL UNIQUE,
    asked         VARBINARY(200) NOT NULL,
    language      VARCHAR(2)     NOT NULL,
    code_hash     BINARY(32),
    tries         INT            NOT NULL DEFAULT 0,
    asked_at      DATETIME(6)    NOT NULL,
    ends_at       DATETIME(6)    NOT NULL,
    looked_up_at  DATETIME(6),
    used_at       DATETIME(6),
    KEY citizen_proof_end (ends_at)
);
