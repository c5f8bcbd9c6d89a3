CREATE SEQUENCE person_said_seq START WITH 1001 INCREMENT BY 200;

-- What lists say of people, everything different once: by this, and by the document, records of health data find their people.
-- Of people from before there is only what person_person has.
--   said_key        keyed hash of all of it
--   phone_hash      keyed hash, null without a phone; phone_end are its last digits
--   name_and_birth  keyed hash, equal for names that are alike and one date of birth; null where that is not known to the day
CREATE TABLE person_said (
    id              BIGINT       NOT NULL PRIMARY KEY,
    person_id       BIGINT       NOT NULL,
    said_key        BINARY(32)   NOT NULL,
    name            VARCHAR(120) NOT NULL,
    birth           VARCHAR(10)  NOT NULL,
    phone_hash      BINARY(32),
    phone_end       VARCHAR(3)   NOT NULL,
    commune         VARCHAR(10)  NOT NULL,
    name_and_birth  BINARY(32),
    said_at         DATETIME(6)  NOT NULL,
    UNIQUE KEY person_said_once (person_id, said_key),
    KEY person_said_name (name_and_birth),
    CONSTRAINT person_said_of FOREIGN KEY (person_id) REFERENCES person_person (id)
);
