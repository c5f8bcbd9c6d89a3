-- Posts: whatever checks cards. The agency answers for it; the area, with the one on its other side at a checkpoint, says what holds there.
CREATE SEQUENCE verification_post_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE verification_post (
    id              BIGINT         NOT NULL PRIMARY KEY,
    public_id       BINARY(16)     NOT NULL UNIQUE,
    agency_id       BIGINT         NOT NULL,
    kind            VARCHAR(16)    NOT NULL,
    name            VARCHAR(160)   NOT NULL,
    area_id         BIGINT         NOT NULL,
    beyond_area_id  BIGINT,
    address         VARCHAR(300)   NOT NULL,
    lat             DECIMAL(8, 5),
    lon             DECIMAL(8, 5),
    visit_minutes   INT            NOT NULL,
    stale_minutes   INT            NOT NULL,
    fallback_vi     VARCHAR(300)   NOT NULL,
    fallback_en     VARCHAR(300)   NOT NULL,
    made_by         BIGINT         NOT NULL,
    made_at         DATETIME(6)    NOT NULL,
    version         INT            NOT NULL,
    KEY verification_post_agency (agency_id, name)
);

-- What people come for, the one first that devices are set to.
CREATE TABLE verification_post_activity (
    post_id        BIGINT       NOT NULL,
    place          INT          NOT NULL,
    activity_code  VARCHAR(24)  NOT NULL,
    PRIMARY KEY (post_id, place),
    CONSTRAINT verification_post_activity_post FOREIGN KEY (post_id) REFERENCES verification_post (id)
);

-- From when on it is kept, or no longer; the last that has come counts.
CREATE TABLE verification_post_turn (
    id          BIGINT        NOT NULL PRIMARY KEY,
    post_id     BIGINT        NOT NULL,
    at          DATETIME(6)   NOT NULL,
    opens       BOOLEAN       NOT NULL,
    entered_by  BIGINT        NOT NULL,
    enterer     VARCHAR(120)  NOT NULL,
    entered_at  DATETIME(6)   NOT NULL,
    KEY verification_post_turn_at (post_id, at),
    CONSTRAINT verification_post_turn_post FOREIGN KEY (post_id) REFERENCES verification_post (id)
);

-- The timetable while it is kept: of a weekday, 1 to 7, or of days of the calendar. Without any, around the clock.
CREATE TABLE verification_post_hours (
    id       BIGINT       NOT NULL PRIMARY KEY,
    post_id  BIGINT       NOT NULL,
    weekday  INT,
    day      DATE,
    hours    VARCHAR(90)  NOT NULL,
    UNIQUE KEY verification_post_hours_weekday (post_id, weekday),
    UNIQUE KEY verification_post_hours_day (post_id, day),
    CONSTRAINT verification_post_hours_post FOREIGN KEY (post_id) REFERENCES verification_post (id),
    CONSTRAINT verification_post_hours_one CHECK ((weekday IS NULL) <> (day IS NULL))
);

-- Papers that still count beside the card, for a time: at one post, or without one at all of the agency.
CREATE TABLE verification_post_paper (
    id          BIGINT        NOT NULL PRIMARY KEY,
    agency_id   BIGINT        NOT NULL,
    post_id     BIGINT,
    code        VARCHAR(24)   NOT NULL,
    name_vi     VARCHAR(120)  NOT NULL,
    name_en     VARCHAR(120)  NOT NULL,
    valid_from  DATE          NOT NULL,
    valid_to    DATE,
    UNIQUE KEY verification_post_paper_code (agency_id, code),
    CONSTRAINT verification_post_paper_post FOREIGN KEY (post_id) REFERENCES verification_post (id)
);

ALTER TABLE verification_device ADD COLUMN post_id BIGINT, ADD KEY verification_device_post (post_id);
