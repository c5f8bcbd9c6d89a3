CREATE SEQUENCE eligibility_people_act_seq START WITH 1 INCREMENT BY 1;

-- What officers of health said of people of the register: that two are one (MERGED), or that records of one are another's or nobody's
-- (PARTED). Only undoing is ever added to a row. Neither people nor records, entries or cards are moved: facts of people who are one
-- are known of each from done_at to undone_at, so each past moment stays as it was known.
--   person_id  the one, other_id the other; null where records were parted from somebody and are nobody's
--   why        encrypted, as is undone_why
CREATE TABLE eligibility_people_act (
    id          BIGINT        NOT NULL PRIMARY KEY,
    public_id   BINARY(16)    NOT NULL UNIQUE,
    kind        VARCHAR(8)    NOT NULL,
    person_id   BIGINT        NOT NULL,
    other_id    BIGINT,
    why         VARBINARY(2500) NOT NULL,
    done_by     BIGINT        NOT NULL,
    doer        VARCHAR(120)  NOT NULL,
    done_at     DATETIME(6)   NOT NULL,
    undone_by   BIGINT,
    undoer      VARCHAR(120),
    undone_at   DATETIME(6),
    undone_why  VARBINARY(2500),
    KEY eligibility_people_act_person (person_id),
    KEY eligibility_people_act_other (other_id)
);

-- Ties that a parting made, and what each took the place of; none where the two had nothing to do with each other before.
CREATE TABLE eligibility_people_act_tie (
    act_id     BIGINT NOT NULL,
    tie_id     BIGINT NOT NULL,
    before_id  BIGINT,
    PRIMARY KEY (tie_id),
    KEY eligibility_people_act_tie_act (act_id),
    CONSTRAINT eligibility_people_act_tie_of FOREIGN KEY (act_id) REFERENCES eligibility_people_act (id)
);
