-- What cards say of those who issue them, by agency; agency 0 is for all that have none of their own. The newest version whose day
-- has come holds. Version 0 is the draft, which no card has.
CREATE TABLE card_letterhead (
    agency_id   BIGINT        NOT NULL,
    version     INT           NOT NULL,
    valid_from  DATE,
    issuer      VARCHAR(120)  NOT NULL,
    title_vi    VARCHAR(60)   NOT NULL,
    title_en    VARCHAR(60)   NOT NULL,
    agency      VARCHAR(160)  NOT NULL,
    hotline     VARCHAR(40)   NOT NULL,
    emblem      MEDIUMBLOB,
    revision    INT           NOT NULL,
    saved_at    DATETIME(6)   NOT NULL,
    saved_by    BIGINT        NOT NULL,
    PRIMARY KEY (agency_id, version),
    CONSTRAINT card_letterhead_draft CHECK ((version = 0) = (valid_from IS NULL))
);
