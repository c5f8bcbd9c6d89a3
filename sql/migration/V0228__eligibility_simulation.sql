CREATE SEQUENCE eligibility_simulation_seq START WITH 1001 INCREMENT BY 50;

-- What a draft would make of everybody, reckoned beside what is in force and touching none of it. People are walked in the order of
-- their ids, some thousands a transaction; last_person is how far it is, so that a job that dies goes on behind it.
--   kind       CRITERIA, MATRIX or SCENARIO
--   text       the draft as it was at the start; of a scenario its code
--   area_id    the place for which it is supposed to be in force
--   as_of      the moment that is asked about, by what is known while it runs
CREATE TABLE eligibility_simulation (
    id           BIGINT       NOT NULL PRIMARY KEY,
    public_id    BINARY(16)   NOT NULL UNIQUE,
    kind         VARCHAR(8)   NOT NULL,
    code         VARCHAR(40)  NOT NULL,
    name_vi      VARCHAR(500) NOT NULL,
    name_en      VARCHAR(500) NOT NULL,
    text         MEDIUMTEXT   NOT NULL,
    area_id      BIGINT       NOT NULL,
    as_of        DATETIME(6)  NOT NULL,
    people       BIGINT       NOT NULL,
    done         BIGINT       NOT NULL DEFAULT 0,
    last_person  BIGINT       NOT NULL DEFAULT 0,
    state        VARCHAR(8)   NOT NULL,
    incident     VARCHAR(40)  NOT NULL DEFAULT '',
    started_by   BIGINT       NOT NULL,
    starter      VARCHAR(120) NOT NULL,
    started_at   DATETIME(6)  NOT NULL,
    finished_at  DATETIME(6),
    KEY eligibility_simulation_started (started_at)
);

-- How many people are which level now, and would be which.
--   part         AREA, AGE, ORGANISATION or ROW: of is a commune's code (empty for unknown), an age group, an organisation's id, or
--                the rows that match before and after, parted by '>'
--   before_code  code of the level, empty where no criteria are in force; of matrices and scenarios how the matrix takes it
--   after_code   the same of the draft; of matrices and scenarios the scenario before and after, parted by '>'
CREATE TABLE eligibility_simulation_count (
    simulation_id  BIGINT       NOT NULL,
    part           VARCHAR(12)  NOT NULL,
    of             VARCHAR(100) NOT NULL,
    before_code    VARCHAR(40)  NOT NULL,
    after_code     VARCHAR(40)  NOT NULL,
    people         BIGINT       NOT NULL,
    PRIMARY KEY (simulation_id, part, of, before_code, after_code),
    CONSTRAINT eligibility_simulation_count_of FOREIGN KEY (simulation_id) REFERENCES eligibility_simulation (id)
        ON DELETE CASCADE
);
