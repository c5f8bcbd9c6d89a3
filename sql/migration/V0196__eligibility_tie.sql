CREATE SEQUENCE eligibility_given_seq START WITH 1001 INCREMENT BY 1000;
CREATE SEQUENCE eligibility_tie_seq START WITH 1001 INCREMENT BY 200;

-- Who records are about, as their source says it: each different statement of a source once, whatever number of records makes it.
--   given_key       keyed hash of source, document, name, birth, sex, phone and commune
--   import_id       that made it first
--   person          number and phone, encrypted, as in the record
--   name_and_birth  keyed hash, equal to that of person_said; null where the date of birth is not known to the day
CREATE TABLE eligibility_given (
    id              BIGINT         NOT NULL PRIMARY KEY,
    given_key       BINARY(32)     NOT NULL UNIQUE,
    source_id       BIGINT         NOT NULL,
    import_id       BIGINT         NOT NULL,
    identity_hash   BINARY(32),
    phone_hash      BINARY(32),
    person          VARBINARY(200) NOT NULL,
    document_kind   VARCHAR(8)     NOT NULL,
    name            VARCHAR(120)   NOT NULL,
    birth           VARCHAR(10)    NOT NULL,
    sex             VARCHAR(6)     NOT NULL,
    commune         VARCHAR(10)    NOT NULL,
    name_and_birth  BINARY(32),
    KEY eligibility_given_identity (identity_hash),
    KEY eligibility_given_name (name_and_birth),
    KEY eligibility_given_import (import_id),
    CONSTRAINT eligibility_given_of FOREIGN KEY (source_id) REFERENCES eligibility_source (id)
);

-- given_id is null only of records from before there were any: they are given theirs in the background.
ALTER TABLE eligibility_record
    ADD COLUMN given_id BIGINT,
    ADD KEY eligibility_record_given (given_id);

-- given_to is the last of those that the import made, matched_to the last that people were looked for: until then it is to_match.
ALTER TABLE eligibility_import
    ADD COLUMN given_to   BIGINT  NOT NULL DEFAULT 0,
    ADD COLUMN matched_to BIGINT  NOT NULL DEFAULT 0,
    ADD COLUMN to_match   BOOLEAN NOT NULL DEFAULT FALSE,
    ADD KEY eligibility_import_to_match (to_match);

-- What lists said of people and is not compared with records yet.
CREATE TABLE eligibility_match_due (
    said_id  BIGINT NOT NULL PRIMARY KEY
);

-- Whether those whom records are about are people of the portal. Never changed but for known_to, the moment from which the next row
-- of the two counts (number): so each past moment can be asked for as it was known then.
--   said_id     of what lists say of the person, that which is most like; 0 for what the person was entered with
--   state       TIED: one person; OPEN: asked at the desk; CONFLICT: the source has to mend it; APART: not one person
--   decided_by  0 for the portal, by the grade
CREATE TABLE eligibility_tie (
    id          BIGINT       NOT NULL PRIMARY KEY,
    public_id   BINARY(16)   NOT NULL UNIQUE,
    source_id   BIGINT       NOT NULL,
    given_id    BIGINT       NOT NULL,
    person_id   BIGINT       NOT NULL,
    number      INT          NOT NULL,
    said_id     BIGINT       NOT NULL,
    grade       VARCHAR(4)   NOT NULL,
    state       VARCHAR(8)   NOT NULL,
    decided_by  BIGINT       NOT NULL,
    decider     VARCHAR(120) NOT NULL,
    why         VARCHAR(300) NOT NULL,
    known_from  DATETIME(6)  NOT NULL,
    known_to    DATETIME(6),
    UNIQUE KEY eligibility_tie_number (given_id, person_id, number),
    KEY eligibility_tie_person (person_id, state),
    KEY eligibility_tie_desk (source_id, state, known_to, id),
    KEY eligibility_tie_decided (source_id, known_to, decided_by),
    CONSTRAINT eligibility_tie_given FOREIGN KEY (given_id) REFERENCES eligibility_given (id)
);
