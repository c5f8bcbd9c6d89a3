-- Checks at posts, as devices send them, each once: a device gives its own random id to each. Device 0 is a poster, scanned by
-- whoever stands before it. Kept for as long as contacts may have to be found, no longer; the counts stay.
CREATE SEQUENCE verification_scan_seq START WITH 500 INCREMENT BY 500;
CREATE TABLE verification_scan (
    id           BIGINT       NOT NULL PRIMARY KEY,
    post_id      BIGINT       NOT NULL,
    agency_id    BIGINT       NOT NULL,
    device_id    BIGINT       NOT NULL,
    client_id    BINARY(16)   NOT NULL,
    at           DATETIME(6)  NOT NULL,
    received_at  DATETIME(6)  NOT NULL,
    direction    VARCHAR(4)   NOT NULL,
    activity     VARCHAR(24)  NOT NULL,
    way          VARCHAR(12)  NOT NULL,
    paper        VARCHAR(24)  NOT NULL,
    card_id      BIGINT,
    person_id    BIGINT,
    verdict      VARCHAR(12)  NOT NULL,
    reason       VARCHAR(40)  NOT NULL,
    level        VARCHAR(8),
    online       BOOLEAN      NOT NULL,
    UNIQUE KEY verification_scan_once (device_id, client_id),
    KEY verification_scan_person (person_id, at),
    KEY verification_scan_card (card_id, at),
    KEY verification_scan_post (post_id, at),
    KEY verification_scan_at (at)
);

-- How many, by the hour in which they were made and the one in which they arrived: what arrived before a full hour is the same whenever
-- it is asked for. Written with the scans, in their transaction.
CREATE TABLE verification_scan_count (
    post_id        BIGINT       NOT NULL,
    agency_id      BIGINT       NOT NULL,
    at_hour        DATETIME     NOT NULL,
    received_hour  DATETIME     NOT NULL,
    way            VARCHAR(12)  NOT NULL,
    paper          VARCHAR(24)  NOT NULL,
    verdict        VARCHAR(12)  NOT NULL,
    n              INT          NOT NULL,
    PRIMARY KEY (post_id, agency_id, at_hour, received_hour, way, paper, verdict),
    KEY verification_scan_count_agency (agency_id, at_hour)
);

-- Who was told more of a card than a check shows, and why.
CREATE SEQUENCE verification_look_seq START WITH 1 INCREMENT BY 1;
CREATE TABLE verification_look (
    id         BIGINT        NOT NULL PRIMARY KEY,
    post_id    BIGINT        NOT NULL,
    agency_id  BIGINT        NOT NULL,
    device_id  BIGINT        NOT NULL,
    card_id    BIGINT        NOT NULL,
    at         DATETIME(6)   NOT NULL,
    reason     VARCHAR(300)  NOT NULL,
    KEY verification_look_post (post_id, at)
);
