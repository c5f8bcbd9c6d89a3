-- Where open work would go by other rules or on another day, reckoned by a job, organisation by organisation.
--   rules           IN_FORCE, or DRAFT with the revision of the draft
--   agency_id       of one agency only, or 0
--   last_organisation  how far it came;  stale: the draft was changed before it was done
CREATE TABLE stafflist_survey (
    id                 BIGINT      NOT NULL PRIMARY KEY,
    public_id          BINARY(16)  NOT NULL UNIQUE,
    rules              VARCHAR(8)  NOT NULL,
    draft_revision     INT         NOT NULL,
    day                DATE        NOT NULL,
    agency_id          BIGINT      NOT NULL,
    begun_at           DATETIME(6) NOT NULL,
    total              INT         NOT NULL,
    done               INT         NOT NULL DEFAULT 0,
    last_organisation  BIGINT      NOT NULL DEFAULT 0,
    stale              BOOLEAN     NOT NULL DEFAULT FALSE,
    finished_at        DATETIME(6)
);

-- So many entries of a list lie with one agency and would go to another (0: to none) by a rule, whose name is kept here since
-- that of a draft may be gone.
CREATE TABLE stafflist_survey_part (
    survey_id       BIGINT       NOT NULL,
    list_id         BIGINT       NOT NULL,
    from_agency_id  BIGINT       NOT NULL,
    to_agency_id    BIGINT       NOT NULL,
    rule_id         BIGINT       NOT NULL,
    position        INT          NOT NULL,
    rule_vi         VARCHAR(200) NOT NULL,
    rule_en         VARCHAR(200) NOT NULL,
    entries         INT          NOT NULL,
    PRIMARY KEY (survey_id, list_id, from_agency_id, to_agency_id, rule_id),
    CONSTRAINT stafflist_survey_part_of FOREIGN KEY (survey_id) REFERENCES stafflist_survey (id) ON DELETE CASCADE
);

-- Where the person lives, for rules that go by it; not known of entries from before.
ALTER TABLE stafflist_entry ADD COLUMN residence_area_id BIGINT;
UPDATE stafflist_entry SET residence_area_id = area_id WHERE workplace_id = 0;
